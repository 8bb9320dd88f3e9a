import type { Formats } from "@/lib/format/formats";
import { moneyText } from "@/lib/format/money-text";
import type { ReportBlock, ReportCell } from "@/lib/reports/document";
import { rangedText } from "@/lib/reports/money/money-figures";
import { advices } from "@/lib/roi/portfolio/advice-table";
import { adviceNames } from "@/lib/roi/portfolio/advice-words";
import type { Roi } from "@/lib/roi/portfolio/roi";
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
      caption: `Return on what was spent with 95% of draws, by grade; size is what was spent. ${rows.length - marks.length} of ${rows.length} initiatives have no return that counts.`,
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

function spentCell({ spent, unconverted }: Roi["rows"][number], formats: Formats): ReportCell {
  return { text: spentText(spent, unconverted, formats), value: spent > 0 ? spent : null };
}

function netCell({ net, spent }: Roi["rows"][number], formats: Formats): ReportCell {
  if (net === null) return { text: "not counted", value: null };
  return spent > 0
    ? { text: rangedText(formats, net) ?? "", value: net.central }
    : { text: "cannot be said", value: null };
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
export function stopBlock({ stops }: Roi, formats: Formats): ReportBlock[] {
  if (stops.stopped.length === 0) return [];
  return [
    {
      kind: "table",
      title: "What stopping would free in a year",
      full: false,
      internal: false,
      columns: [
        { id: "title", header: "Initiative", width: 2.4 },
        { id: "running", header: "Running costs", align: "end" },
        { id: "hours", header: "Hours", align: "end" },
        { id: "cost", header: "Cost of the hours", align: "end" },
      ],
      rows: [
        ...stops.stopped.map(
          (one): Record<string, ReportCell> => ({
            title: { text: one.title },
            running: { text: moneyText(one.running, formats), value: one.running },
            hours: { text: formats.figure(one.hours), value: one.hours },
            cost: {
              text: one.hoursCost === null ? "not known" : moneyText(one.hoursCost, formats),
              value: one.hoursCost,
            },
          }),
        ),
        {
          title: { text: "Together" },
          running: { text: moneyText(stops.running, formats), value: stops.running },
          hours: { text: formats.figure(stops.hours), value: stops.hours },
          cost: {
            text: stops.hoursCost === null ? "not known" : moneyText(stops.hoursCost, formats),
            value: stops.hoursCost,
          },
        },
      ],
    },
  ];
}
