import type { Formats } from "@/lib/format/formats";
import { costKindNames } from "@/lib/initiatives/words";
import type { CostKind } from "@/lib/money/case";
import type { Ranged } from "@/lib/money/case-result";
import type { AbleUnknown, LineState } from "@/lib/roi/results/initiative-money";

export const recurrenceNames = { one_off: "Once", monthly: "Each month", yearly: "Each year" } as const;

/** A figure with the range that holds 95 % of what it may be: `€24,600 (€10,200 to €39,000)`. */
export function rangeText({ central, interval: [low, high] }: Ranged, text: (value: number) => string): string {
  return `${text(central)} (${text(low)} to ${text(high)})`;
}

type Measured = Pick<LineState["kpi"], "unit">;

/** An improvement in the KPI's unit: `better by 4.07 points`. */
export function improvementText(value: number, kpi: Measured, formats: Formats): string {
  return `${value < 0 ? "worse" : "better"} by ${amountText(Math.abs(value), kpi, formats)}`;
}

/** A difference of the KPI without its sign: `4.07 points`. */
export function amountText(value: number, { unit }: Measured, formats: Formats): string {
  const isShare = unit !== null && /^share\b/i.test(unit);
  return formats.change(value, isShare ? "share" : (unit ?? ""), { significant: 3, signed: false });
}

/** The same for costs that carry no kind. */
export const kindName = (kind: CostKind | null) => (kind === null ? "Without a kind" : costKindNames[kind]);

/** Why nobody knows what it cost for each person who became able to do the work alone. */
export const ableUnknownText: Record<AbleUnknown, string> = {
  withheld: "Too few people were observed to say how many became able",
  unobserved:
    "Not known how many became able: ratings of the work before and after have to say whether it was done without help, under Observe or in observations.csv",
  not_shown: "Not shown: the share of work done without help did not rise beyond chance",
};
