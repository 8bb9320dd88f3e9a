import type { Formats } from "@/lib/format/formats";
import type { ReportBlock, ReportCell } from "@/lib/reports/document";
import { moneyCell, rangedCell } from "@/lib/reports/written";
import { advices } from "@/lib/roi/portfolio/advice-table";
import { adviceNames } from "@/lib/roi/portfolio/advice-words";
import { type HoursOf, ofNamedUnits } from "@/lib/roi/portfolio/hours-of";
import type { Roi, RoiRow } from "@/lib/roi/portfolio/roi";
import { spentText } from "@/lib/roi/results/spent-text";

/** Return against strength of evidence, spend as size; of initiatives whose return is counted. */
export function portfolioBlock({ rows }: Roi, formats: Formats): ReportBlock[] {
  const marks = rows.flatMap(({ title, grade, returnOnInvestment: of, spent }) =>
    of && grade ? [{ label: title, value: of.central, interval: of.interval, grade, size: spent }] : [],
  );
  const best = marks.toSorted((one, other) => other.interval[0] - one.interval[0])[0];
  if (!best) return [];
  const percent = (share: number) => formats.percent(share, { decimals: 0 });
  return [
    {
      kind: "chart",
      title: "What paid, and how sure is that?",
      full: false,
      internal: false,
      answer: `${best.interval[0] > 0 ? "Surest to have paid" : "None is sure to have paid; the one that comes nearest"}: ${best.label}, ${percent(best.value)} (${best.interval.map(percent).join(" to ")}).`,
      caption: `Return on what was spent with 95% of draws, by grade and what was spent. ${rows.length - marks.length} of ${rows.length} initiatives have no return that counts.`,
      chart: { type: "portfolio", unit: "share", marks },
    },
  ];
}

/** What is asked of whoever reads it: one decision for each initiative that should not just go on. */
export function decisionsBlock({ rows }: Roi): ReportBlock[] {
  const items = advices
    .filter((advice) => advice !== "wait")
    .flatMap((advice) => rows.filter((row) => row.advice === advice))
    .map(({ advice, title, reason }) => `${adviceNames[advice]}: ${title}. ${reason}`);
  return items.length === 0 ? [] : [{ kind: "list", title: "Decisions asked", full: false, internal: false, items }];
}

/** What was spent, or why nobody can say. */
export function spentCell({ spent, unconverted }: Pick<RoiRow, "spent" | "unconverted">, formats: Formats): ReportCell {
  return { text: spentText(spent, unconverted, formats), value: spent > 0 ? spent : null, unit: "money" };
}

function netCell({ net, spent }: Roi["rows"][number], formats: Formats): ReportCell {
  if (net === null) return { text: "not counted" };
  return spent > 0 ? rangedCell(formats, net) : { text: "cannot be said" };
}

/** Every initiative with what it cost, what counts, and the advice with its reason. */
export function rowsBlock({ rows }: Roi, formats: Formats): ReportBlock {
  return {
    kind: "table",
    title: "Every initiative",
    full: true,
    internal: false,
    columns: [
      { id: "title", header: "Initiative", width: 2 },
      { id: "grade", header: "Grade", width: 0.6 },
      { id: "spent", header: "Spent", align: "end", width: 0.9 },
      { id: "net", header: "Net benefit", align: "end", width: 1.8 },
      { id: "signed", header: "Signed", align: "end", width: 0.8 },
      { id: "advice", header: "Advice", width: 0.7 },
      { id: "reason", header: "Why", width: 3 },
    ],
    rows: advices
      .flatMap((advice) => rows.filter((row) => row.advice === advice))
      .map(
        (row): Record<string, ReportCell> => ({
          title: { text: row.title },
          grade: { text: row.grade ?? "none" },
          spent: spentCell(row, formats),
          net: netCell(row, formats),
          signed: { text: row.used === 0 ? "" : `${row.signed} of ${row.used}` },
          advice: { text: adviceNames[row.advice] },
          reason: { text: row.reason },
        }),
      ),
  };
}

/** What ending it would free in a year. */
export function stopBlock({ stops, day }: Roi, of: HoursOf, formats: Formats): ReportBlock[] {
  if (stops.stopped.length === 0) return [];
  const hoursCell = (hours: number | null, atLeast: boolean): ReportCell =>
    hours === null
      ? { text: "not known" }
      : { text: `${atLeast ? "at least " : ""}${formats.figure(hours)}`, value: hours, unit: "hours" };
  return [
    {
      kind: "table",
      title: "What stopping would free in a year",
      full: false,
      internal: false,
      columns: [
        { id: "title", header: "Initiative", width: 2.4 },
        { id: "running", header: `Running costs${day ? `, year from ${formats.shortDate(day)}` : ""}`, align: "end" },
        { id: "hours", header: `Hours${ofNamedUnits(of)}`, align: "end" },
        { id: "cost", header: "Cost of the hours", align: "end" },
      ],
      rows: [
        ...stops.stopped.map(
          (one): Record<string, ReportCell> => ({
            title: { text: one.title },
            running: moneyCell(formats, one.running),
            hours: hoursCell(one.hours, one.unknown.length > 0),
            cost: moneyCell(formats, one.hoursCost, "not known"),
          }),
        ),
        {
          title: { text: "Together" },
          running: moneyCell(formats, stops.running),
          hours: hoursCell(stops.hours, stops.atLeast),
          cost: moneyCell(formats, stops.hoursCost, "not known"),
        },
      ],
    },
  ];
}
