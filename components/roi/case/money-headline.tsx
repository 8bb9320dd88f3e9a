import type { ReactNode } from "react";
import { chanceText } from "@/lib/format/chance-text";
import type { Formats } from "@/lib/format/formats";
import { moneyText } from "@/lib/format/money-text";
import type { CaseResult, Ranged } from "@/lib/money/case-result";
import type { AbleUnknown } from "@/lib/roi/results/initiative-money";
import { spentText, unspentText, waitingText } from "@/lib/roi/results/spent-text";
import { ableUnknownText } from "./money-words";

type MoneyHeadlineProps = {
  result: CaseResult;
  /** Costs that wait for an exchange rate. */
  unconverted: number;
  ableUnknown: AbleUnknown | null;
  formats: Formats;
  /** Beside another headline: smaller. */
  small?: boolean;
};

/** What a case comes to: each figure with where 95 % of the draws lie. */
export function MoneyHeadline({ result, unconverted, ableUnknown, formats, small = false }: MoneyHeadlineProps) {
  const figures = figuresOf(result, { unconverted, ableUnknown }, formats);
  return (
    <dl className={small ? "grid grid-cols-2 gap-x-6 gap-y-3" : "mb-6 grid grid-cols-2 gap-x-6 gap-y-5 lg:grid-cols-4"}>
      {figures.map((one) => (
        <Figure key={one.name} small={small} {...one} />
      ))}
    </dl>
  );
}

/** What nobody can say without knowing what was spent. */
const afterCost = [
  "Net benefit",
  "Return on investment",
  "Benefit for each unit spent",
  "Payback",
  "Present value",
  "Chance of a loss",
];

type Shown = { name: string; value: ReactNode; beside: string };

type Beside = Pick<MoneyHeadlineProps, "unconverted" | "ableUnknown">;

function figuresOf(result: CaseResult, { unconverted, ableUnknown }: Beside, formats: Formats): Shown[] {
  const { cost, costPerAble, capacity, paybackMonths: months } = result;
  const money = (value: number) => moneyText(value, formats);
  const percent = (value: number) => formats.percent(value, { decimals: 0 });
  const plain = (value: number) => formats.number(value, { significant: 3 });
  const ranged = (name: string, figure: Ranged | null, text: (value: number) => string, otherwise = ""): Shown => ({
    name,
    value: figure && text(figure.central),
    beside: figure ? within(figure, text) : otherwise,
  });
  const costs: Shown = {
    name: "Cost",
    value: spentText(cost.total, unconverted, formats),
    beside:
      waitingText(unconverted) ??
      (cost.running > 0
        ? `${money(cost.once)} once, ${money(cost.running)} running`
        : "fully loaded, as far as entered"),
  };
  const againstCost = (): Shown[] => [
    ranged("Net benefit", result.net, money),
    ranged("Return on investment", result.returnOnInvestment, percent),
    ranged("Benefit for each unit spent", result.benefitCostRatio, plain),
    {
      name: "Payback",
      value: months === null ? null : formats.measure(months, "months", { decimals: 1 }),
      beside: months === null ? "Not within the years counted" : "until what was spent has come back",
    },
    ranged("Present value", result.presentValue, money, "Nobody has stated a discount rate"),
    {
      name: "Chance of a loss",
      value: chanceText(result.lossProbability, formats),
      beside: `of ${formats.number(result.draws)} draws`,
    },
  ];
  if (!result.lines.some(({ counted }) => counted)) {
    const why = result.lines.length === 0 ? "No benefit is set up" : "Nothing is counted; the lines below say why";
    return [{ name: "Counted benefit", value: null, beside: why }, costs];
  }
  return [
    ranged("Counted benefit", result.benefit, money),
    costs,
    ...(cost.total > 0
      ? againstCost()
      : afterCost.map((name) => ({ name, value: null, beside: unspentText(unconverted) }))),
    {
      name: "Cost per person able",
      value: costPerAble === null ? null : money(costPerAble),
      beside:
        costPerAble === null
          ? cost.total > 0
            ? ableUnknownText[ableUnknown ?? "unobserved"]
            : unspentText(unconverted)
          : "for each who does the task alone because of it",
    },
    capacity
      ? {
          name: "Capacity freed a year",
          value: `${plain(capacity.hours.central)} hours`,
          beside: `${within(capacity.hours, plain)}${capacity.fullTimeEquivalents ? `; ${formats.number(capacity.fullTimeEquivalents.central, { significant: 2 })} full-time` : ""}`,
        }
      : { name: "Capacity freed a year", value: null, beside: "No counted benefit frees time" },
  ];
}

const within = ({ interval: [low, high] }: Ranged, text: (value: number) => string) => `${text(low)} to ${text(high)}`;

function Figure({ name, value, beside, small }: Shown & { small: boolean }) {
  return (
    <div className="min-w-0">
      <dt className="text-table text-ink-3">{name}</dt>
      <dd>
        {value === null ? null : (
          <span className={`figure-numerals block ${small ? "text-lead" : "text-section"}`}>{value}</span>
        )}
        <span className="block text-caption text-ink-2">{beside}</span>
      </dd>
    </div>
  );
}
