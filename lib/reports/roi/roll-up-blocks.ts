import { chanceText } from "@/lib/format/chance-text";
import type { Formats } from "@/lib/format/formats";
import type { ReportBlock, ReportCell } from "@/lib/reports/document";
import { moneyCell, rangedCell } from "@/lib/reports/written";
import { deliveryNames } from "@/lib/roi/portfolio/advice-words";
import type { Roi } from "@/lib/roi/portfolio/roi";
import { spentCell } from "./portfolio-blocks";

type Table = Extract<ReportBlock, { kind: "table" }>;
const table = (title: string, columns: Table["columns"], rows: Table["rows"]): ReportBlock[] =>
  rows.length === 0 ? [] : [{ kind: "table", title, full: true, internal: false, columns, rows }];

/** Money spent where the primary KPI is where it was, or worse: null results stand as prominently as wins. */
export const flatBlock = ({ flat }: Roi, formats: Formats): ReportBlock[] =>
  table(
    "Spent, and the KPI did not get better",
    [
      { id: "title", header: "Initiative", width: 2 },
      { id: "spent", header: "Spent", align: "end" },
      { id: "says", header: "What may be said", width: 3 },
    ],
    flat.map(
      ({ title, spent, sentence }): Record<string, ReportCell> => ({
        title: { text: title },
        spent: moneyCell(formats, spent),
        says: { text: sentence ?? "" },
      }),
    ),
  );

/** Hundreds of initiatives overlap in thousands of pairs; a report names those that matter most. */
const mostOverlaps = 50;

/** How counting the same people or the same money twice was avoided. */
export function overlapBlock({ rollUp, minimum }: Roi, formats: Formats): ReportBlock[] {
  const all = rollUp.overlaps.toSorted((one, other) => Math.abs(other.money) - Math.abs(one.money));
  const rest = all.slice(mostOverlaps);
  const left = rest.reduce((sum, { money }) => sum + money, 0);
  return table(
    "Taken out so that nobody counts twice",
    [
      { id: "title", header: "Initiative", width: 2 },
      { id: "line", header: "Benefit", width: 2 },
      { id: "in", header: "Counted in", width: 2 },
      { id: "share", header: "Share of its people", align: "end" },
      { id: "money", header: "Taken out", align: "end" },
    ],
    [
      ...all.slice(0, mostOverlaps).map(
        ({ title, line, countedInTitle, share, money }): Record<string, ReportCell> => ({
          title: { text: title },
          line: { text: line },
          in: { text: countedInTitle },
          share:
            share === null
              ? { text: `fewer than ${minimum} people` }
              : { text: formats.percent(share, { decimals: 0 }), value: share, unit: "share" },
          money: moneyCell(formats, money),
        }),
      ),
      ...(rest.length > 0
        ? [
            {
              title: { text: `and ${formats.number(rest.length)} more` },
              money: moneyCell(formats, left),
            },
          ]
        : []),
    ],
  );
}

export const whatIfBlock = ({ whatIf }: Roi, formats: Formats): ReportBlock[] =>
  table(
    "What a budget would bring",
    [
      { id: "budget", header: "Budget", align: "end" },
      { id: "spent", header: "Spent", align: "end" },
      { id: "net", header: "Net benefit", align: "end", width: 2 },
      { id: "loss", header: "Chance of a loss", align: "end" },
      { id: "funded", header: "Goes to", width: 3 },
    ],
    whatIf
      .filter(({ budget }) => budget > 0)
      .map(
        ({ budget, spent, net, lossProbability: loss, funded }): Record<string, ReportCell> => ({
          budget: moneyCell(formats, budget),
          spent: moneyCell(formats, spent),
          net: rangedCell(formats, net),
          loss: loss === null ? { text: "" } : { text: chanceText(loss, formats), value: loss, unit: "share" },
          funded: { text: funded.map(({ title }) => title).join(", ") || "nothing" },
        }),
      ),
  );

const countCell = (value: number): ReportCell => ({ text: String(value), value, unit: "count" });

export const deliveryBlock = (roi: Roi, formats: Formats): ReportBlock[] =>
  table(
    "Learning in the flow of work, and apart from it",
    [
      { id: "delivery", header: "Delivery", width: 2 },
      { id: "initiatives", header: "Initiatives", align: "end" },
      { id: "worked", header: "Worked", align: "end" },
      { id: "not", header: "Did not", align: "end" },
      { id: "unclear", header: "Cannot tell", align: "end" },
      { id: "spent", header: "Spent", align: "end" },
    ],
    roi.deliveries.map(
      (one): Record<string, ReportCell> => ({
        delivery: { text: deliveryNames[one.delivery] },
        initiatives: countCell(one.initiatives),
        worked: countCell(one.worked),
        not: countCell(one.didNot),
        unclear: countCell(one.cannotTell),
        spent: spentCell(one, formats),
      }),
    ),
  );
