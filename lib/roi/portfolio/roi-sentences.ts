import { chanceText } from "@/lib/format/chance-text";
import type { Formats } from "@/lib/format/formats";
import { moneyText } from "@/lib/format/money-text";
import type { Ranged } from "@/lib/money/case-result";
import { type Advice, advices } from "./advice-table";
import { type HoursOf, ofYourUnits } from "./hours-of";
import type { ToldSunkHours } from "./read-sunk-hours";
import type { Roi } from "./roi";

/** `part`: the part of the page that shows it. */
export type RoiSentence = { text: string; part: string };

/** `€800k to €2.1m`, or one amount where both ends read the same. */
export function rangeText({ interval: [low, high] }: Pick<Ranged, "interval">, formats: Formats): string {
  const [from, to] = [moneyText(low, formats), moneyText(high, formats)];
  return from === to ? from : `${from} to ${to}`;
}

const adviceWords: Record<Advice, string> = { scale: "scale", fix: "fix", wait: "wait for", stop: "stop" };

/** What there is to say of the portfolio in three sentences, each true of the figures it is read from. */
export function roiSentences(
  { rows, rollUp, stops, unconverted, day }: Roi,
  told: ToldSunkHours,
  formats: Formats,
): RoiSentence[] {
  return [
    { text: paidText(rows.length, { ...rollUp, unconverted: unconverted.length }, formats), part: "worth" },
    { text: doText(rows, { ...stops, day, of: ofYourUnits(told) }, formats), part: "stop" },
    { text: hoursText(told, formats), part: "sunk" },
  ];
}

type Paid = Roi["rollUp"] & { unconverted: number };

function paidText(
  initiatives: number,
  { spent, benefit, byGrade, returnOnInvestment, lossProbability, unconverted }: Paid,
  formats: Formats,
) {
  const on = `${initiatives === 1 ? "one initiative" : `${formats.number(initiatives)} initiatives`}`;
  if (spent === 0 && unconverted > 0)
    return `What ${on} cost is not known, because no exchange rate was entered, so whether ${initiatives === 1 ? "it" : "they"} paid cannot be said.`;
  if (spent === 0)
    return `No cost is on file for ${on}, so whether ${initiatives === 1 ? "it" : "they"} paid cannot be said.`;
  const counted = byGrade.reduce((sum, { lines }) => sum + lines, 0);
  if (counted === 0)
    return `${moneyText(spent, formats)} went into ${on}, and nothing that came back can be counted yet.`;
  const share = (value: number) => formats.percent(value, { decimals: 0 });
  const returned = returnOnInvestment ? `, a return of ${returnOnInvestment.interval.map(share).join(" to ")}` : "";
  return `${moneyText(spent, formats)} went into ${on}; ${rangeText(benefit, formats)} of what came back in the first year may be claimed${returned}. The chance that less came back than was spent is ${chanceText(lossProbability, formats)}.`;
}

type Freed = Roi["stops"] & Pick<Roi, "day"> & { of: string };

function doText(rows: Roi["rows"], { stopped, running, hours, atLeast, day, of }: Freed, formats: Formats): string {
  const parts = advices.flatMap((advice) => {
    const count = rows.filter((row) => row.advice === advice).length;
    const all = rows.length === 1 ? "it" : "all";
    return count > 0 ? [`${adviceWords[advice]} ${count === rows.length ? all : formats.number(count)}`] : [];
  });
  const said = `The evidence says: ${parts.join(", ")}.`;
  if (stopped.length === 0) return `${said} Nothing on file should be stopped.`;
  const freed = [
    ...(running > 0 && day ? [`${moneyText(running, formats)} in the year from ${formats.date(day)}`] : []),
    ...(hours !== null && hours > 0 ? [`${atLeast ? "at least " : ""}${formats.figure(hours)} hours a year${of}`] : []),
  ];
  return freed.length > 0 ? `${said} Stopping frees ${freed.join(" and ")}.` : said;
}

function hoursText({ sunk, ...hoursOf }: HoursOf & Pick<ToldSunkHours, "sunk">, formats: Formats): string {
  const of = ofYourUnits(hoursOf);
  if (!sunk || sunk.hours === 0)
    return `How many hours of learning${of} changed nothing cannot be said: none are on file.`;
  const { hours, sunkHours, unseenHours } = sunk;
  const share = formats.percent(sunkHours / hours, { decimals: 0 });
  const unseen = sunkHours > 0 ? formats.percent(unseenHours / sunkHours, { decimals: 0 }) : null;
  const tail = unseen === null ? "" : `, and for ${unseen} of those nobody looked`;
  return `Of ${formats.figure(hours)} hours of learning${of} that can be judged, in all activities and twelve months, ${share} show no change in the skill they were for${tail}.`;
}
