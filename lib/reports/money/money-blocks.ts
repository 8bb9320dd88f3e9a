import type { Formats } from "@/lib/format/formats";
import { moneyText } from "@/lib/format/money-text";
import { costKindNames } from "@/lib/initiatives/words";
import type { ReportBlock, ReportCell } from "@/lib/reports/document";
import { rangedCell } from "@/lib/reports/written";
import type { InitiativeMoney } from "@/lib/roi/results/initiative-money";
import { swingName } from "@/lib/roi/results/swing-name";
import { valueTypeNames } from "@/lib/roi/results/value-type-names";
import { countedWords } from "@/lib/roi/results/why-not-counted";
import { assumptionsBlock } from "./assumptions-block";

type Table = Extract<ReportBlock, { kind: "table" }>;

/** Benefits, costs, what moves the figure most, and every assumption with who signed it. */
export function moneyBlocks(money: InitiativeMoney, formats: Formats): ReportBlock[] {
  return [
    benefits(money, formats),
    costs(money, formats),
    ...tornado(money, formats),
    assumptionsBlock(money, formats),
  ];
}

function benefits(money: InitiativeMoney, formats: Formats): Table {
  const { lines, result } = money;
  return {
    kind: "table",
    title: "Benefits, line by line",
    full: false,
    internal: false,
    columns: [
      { id: "line", header: "Benefit", width: 3 },
      { id: "type", header: "Kind" },
      { id: "grade", header: "Grade" },
      { id: "benefit", header: "Over the years counted", align: "end", width: 2.4 },
      { id: "counted", header: "Counted", width: 2.4 },
    ],
    rows: result.lines.map((one): Record<string, ReportCell> => {
      const line = lines.find(({ id }) => id === one.id);
      return {
        line: { text: line?.title ?? one.id },
        type: { text: line ? valueTypeNames[line.valueType] : "" },
        grade: { text: line?.grade ?? "none" },
        benefit: rangedCell(formats, one.benefit, "cannot be computed"),
        counted: { text: countedWords({ result: one, line, money }) },
      };
    }),
  };
}

function costs({ case: given, result }: InitiativeMoney, formats: Formats): Table {
  const every = { once: "once", month: "a month", year: "a year" };
  return {
    kind: "table",
    title: "Costs",
    full: false,
    internal: false,
    columns: [
      { id: "item", header: "Item", width: 3 },
      { id: "kind", header: "Kind" },
      { id: "hours", header: "Hours", align: "end" },
      { id: "amount", header: "Amount", align: "end" },
      { id: "every", header: "How often" },
    ],
    rows: [
      ...given.costs.map(
        (cost): Record<string, ReportCell> => ({
          item: { text: cost.item },
          kind: { text: cost.kind ? costKindNames[cost.kind] : "unnamed" },
          hours:
            cost.hours === null
              ? { text: "" }
              : { text: formats.number(cost.hours, { decimals: 0 }), value: cost.hours, unit: "hours" },
          amount: { text: formats.money(cost.amount), value: cost.amount, unit: "money" },
          every: {
            text:
              every[cost.every] +
              (cost.months === null
                ? ""
                : `, ${formats.number(cost.months)} ${cost.months === 1 ? "month" : "months"}`),
          },
        }),
      ),
      {
        item: { text: "All of it over the years counted" },
        amount: { text: formats.money(result.cost.total), value: result.cost.total, unit: "money" },
      },
    ],
  };
}

function tornado(money: InitiativeMoney, formats: Formats): ReportBlock[] {
  const { result } = money;
  const [widest] = result.tornado;
  if (!widest) return [];
  return [
    {
      kind: "chart",
      title: "What moves the net benefit most",
      full: true,
      internal: false,
      answer: `${swingName(widest, money)}: from ${moneyText(Math.min(...widest.net), formats)} to ${moneyText(Math.max(...widest.net), formats)}.`,
      caption: "Net benefit with one thing at the 5th and at the 95th percentile of its range, the others as stated.",
      chart: {
        type: "intervals",
        unit: "money",
        rows: result.tornado.slice(0, 8).map((swing) => ({
          label: swingName(swing, money),
          value: result.net.central,
          interval: [Math.min(...swing.net), Math.max(...swing.net)],
          grade: null,
        })),
      },
    },
  ];
}
