import type { Formats } from "@/lib/format/formats";
import { moneyText } from "@/lib/format/money-text";
import { costKindNames } from "@/lib/initiatives/words";
import type { CaseResult, NotCounted } from "@/lib/money/case-result";
import type { ReportBlock, ReportCell } from "@/lib/reports/document";
import type { InitiativeMoney } from "@/lib/roi/results/initiative-money";
import { valueTypeNames } from "@/lib/roi/results/value-type-names";
import { assumptionsBlock } from "./assumptions-block";
import { rangedText } from "./money-figures";

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

const whyNot: Record<NotCounted, string> = {
  grade: "Not counted: the evidence is too weak",
  application: "Not counted: nobody has seen it applied at work",
  too_early: "Not counted: too early to tell",
  withheld: "Not counted: too few people to show",
  not_estimable: "Not counted: the effect cannot be estimated",
  elsewhere: "Not counted: it counts in another initiative",
  missing: "Not counted: a value is not stated",
  unsourced: "Not counted: a value has no source",
  intangible: "Listed, not monetised",
  same_stream: "Not counted: the same money counts in another line",
};

export const countedText = ({ because }: CaseResult["lines"][number]): string =>
  because === null ? "Counted" : whyNot[because];

function benefits({ lines, result }: InitiativeMoney, formats: Formats): Table {
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
        benefit: {
          text: rangedText(formats, one.benefit) ?? "cannot be computed",
          value: one.benefit?.central ?? null,
        },
        counted: { text: countedText(one) },
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
          hours: { text: cost.hours === null ? "" : formats.number(cost.hours, { decimals: 0 }), value: cost.hours },
          amount: { text: formats.money(cost.amount), value: cost.amount },
          every: { text: every[cost.every] + (cost.months === null ? "" : `, ${formats.number(cost.months)} months`) },
        }),
      ),
      {
        item: { text: "All of it over the years counted" },
        amount: { text: formats.money(result.cost.total), value: result.cost.total },
      },
    ],
  };
}

function tornado(money: InitiativeMoney, formats: Formats): ReportBlock[] {
  const { result, assumptions: stated, lines } = money;
  const labelOf = ({ id, kind }: CaseResult["tornado"][number]) => {
    if (kind === "effect") {
      const keyed = money.case.lines.find(({ effectKey }) => effectKey === id);
      const name = lines.find((line) => line.id === keyed?.id)?.kpi.name;
      return name ? `Effect on ${name}` : "The effect";
    }
    return (
      stated.find((one) => one.id === id)?.label ??
      { years: "Years it lasts", persistence: "What is left of it each year" }[id] ??
      id
    );
  };
  const [widest] = result.tornado;
  if (!widest) return [];
  return [
    {
      kind: "chart",
      title: "What moves the net benefit most",
      full: true,
      internal: false,
      answer: `${labelOf(widest)}: from ${moneyText(Math.min(...widest.net), formats)} to ${moneyText(Math.max(...widest.net), formats)}.`,
      caption: "Net benefit with one thing at the 5th and at the 95th percentile of its range, the others as stated.",
      chart: {
        type: "intervals",
        unit: "money",
        rows: result.tornado.slice(0, 8).map((swing) => ({
          label: labelOf(swing),
          value: result.net.central,
          interval: [Math.min(...swing.net), Math.max(...swing.net)],
          grade: null,
        })),
      },
    },
  ];
}
