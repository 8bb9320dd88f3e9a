import { chanceText } from "@/lib/format/chance-text";
import type { Formats } from "@/lib/format/formats";
import type { Unit } from "@/lib/format/measure";
import { initiativeHref } from "@/lib/initiatives/initiative-href";
import type { Ranged } from "@/lib/money/case-result";
import type { ReportFigure } from "@/lib/reports/document";
import { type Writing, writings } from "@/lib/reports/written";
import { countedGrade } from "@/lib/roi/results/counted-grade";
import type { InitiativeMoney } from "@/lib/roi/results/initiative-money";
import { missingKinds } from "@/lib/roi/results/missing-kinds";
import { spentText, unspentText, waitingText } from "@/lib/roi/results/spent-text";

/** What nobody can say without knowing what was spent. */
const afterCost = [
  ["net", "Net benefit"],
  ["roi", "Return on investment"],
  ["loss", "Chance of a loss"],
  ["payback", "Paid back after"],
  ["present_value", "Present value"],
] as const;

/** What an initiative was worth, in the order in which it is asked: what came back, what it took, and what follows from both. */
export function moneyFigures(money: InitiativeMoney, formats: Formats): ReportFigure[] {
  const { result } = money;
  const href = initiativeHref(money.initiativeId, "money");
  const grade = countedGrade(money);
  const unknown = (id: string, label: string, text: string): ReportFigure => ({
    id,
    label,
    text,
    value: null,
    unit: "",
    interval: null,
    intervalText: null,
    grade: null,
    note: null,
    href,
  });
  const lone = (
    id: string,
    label: string,
    [value, unit]: [number, Unit],
    text: string,
    note: string | null = null,
  ): ReportFigure => ({
    ...unknown(id, label, text),
    value,
    unit,
    note,
  });
  const ranged = (id: string, label: string, of: Ranged, { unit, text }: Writing, note: string | null = null) => ({
    ...lone(id, label, [of.central, unit], text(of.central), note),
    interval: of.interval,
    intervalText: `(${of.interval.map(text).join(" to ")})`,
    grade,
  });
  const { amount, share, times, hours } = writings(formats);
  const counts = result.lines.some(({ counted }) => counted);
  const free = unspentText(money.unconverted.length);
  const spent = spentText(result.cost.total, money.unconverted.length, formats);
  const cost = {
    ...lone("cost", "Cost", [result.cost.total, "money"], spent, costNote(money)),
    ...(result.cost.total === 0 && { value: null }),
  };
  if (!counts) {
    return [unknown("benefit", "Counted benefit", "None of its benefit counts"), cost];
  }
  const { years, breakEven, costPerAble, paybackMonths, presentValue, capacity } = result;
  const over = years === 1 ? "In the first year" : `Over ${formats.number(years, { significant: 3 })} years`;
  const againstCost = (): ReportFigure[] => [
    ranged("net", "Net benefit", result.net, amount),
    ...(result.returnOnInvestment ? [ranged("roi", "Return on investment", result.returnOnInvestment, share)] : []),
    lone(
      "loss",
      "Chance of a loss",
      [result.lossProbability, "share"],
      chanceText(result.lossProbability, formats),
      "Share of draws in which less came back than was spent.",
    ),
    ...(result.benefitCostRatio
      ? [ranged("bcr", "Benefit for each unit of cost", result.benefitCostRatio, times)]
      : []),
    paybackMonths === null
      ? unknown("payback", "Paid back after", "Not within the years counted")
      : lone(
          "payback",
          "Paid back after",
          [paybackMonths, "months"],
          formats.measure(paybackMonths, "months", { decimals: 1 }),
        ),
    presentValue
      ? ranged("present_value", "Present value", presentValue, amount)
      : unknown("present_value", "Present value", "Nobody has stated a discount rate"),
  ];
  return [
    ranged(
      "benefit",
      "Counted benefit",
      result.benefit,
      amount,
      `${over}, 95% of ${formats.number(result.draws)} draws.`,
    ),
    cost,
    ...(result.cost.total > 0 ? againstCost() : afterCost.map(([id, label]) => unknown(id, label, free))),
    ...(breakEven
      ? [
          lone(
            "break_even",
            "Breaks even at",
            [breakEven.multiple, "share"],
            `${share.text(breakEven.multiple)} of the effect`,
            "Below 100% it pays even where the effect was smaller than estimated.",
          ),
        ]
      : []),
    ...(costPerAble === null
      ? []
      : [
          lone(
            "cost_per_able",
            "Cost for each person who became able",
            [costPerAble, "money"],
            amount.text(costPerAble),
          ),
        ]),
    ...(capacity ? [ranged("capacity", "Hours freed in a year", capacity.hours, hours)] : []),
  ];
}

function costNote(money: InitiativeMoney): string {
  const missing =
    missingKinds(money).length > 0 ? "Not every kind of cost is on file" : "All five kinds of cost are on file";
  const waiting = waitingText(money.unconverted.length);
  return waiting
    ? `${missing}; ${waiting} and ${money.unconverted.length === 1 ? "is" : "are"} not in it.`
    : `${missing}.`;
}
