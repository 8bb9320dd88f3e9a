import type { Formats } from "@/lib/format/formats";
import { costKindNames } from "@/lib/initiatives/words";
import type { Case, CostKind } from "@/lib/money/case";
import type { LineResult, Ranged } from "@/lib/money/case-result";
import type { AssumptionState, InitiativeMoney, LineState } from "@/lib/roi/results/initiative-money";

export const recurrenceNames = { one_off: "Once", monthly: "Each month", yearly: "Each year" } as const;

/** A figure with the range that holds 95 % of what it may be: `€24,600 (€10,200 to €39,000)`. */
export function rangeText({ central, interval: [low, high] }: Ranged, text: (value: number) => string): string {
  return `${text(central)} (${text(low)} to ${text(high)})`;
}

type Reason = { result: LineResult; line: LineState; money: Pick<InitiativeMoney, "status" | "assumptions"> };

/** Why a line is not in the counted benefit, in words; null where it is. */
export function whyNotCounted({ result, line, money }: Reason): string | null {
  const open = result.missing.map((id) => money.assumptions.find((one) => one.id === id)?.label ?? "a value");
  switch (result.because) {
    case null:
      return null;
    case "grade":
      return `Grade ${line.grade ?? "E"} says too little of what caused it to count money on`;
    case "application":
      return "Nobody was seen to apply it more at work than the comparison, so the change may have another reason";
    case "too_early":
      return "Too early: the follow-up is not over";
    case "withheld":
      return "Withheld: too few people";
    case "not_estimable":
      return money.status === "not evaluated"
        ? "Not evaluated yet on the data as they are now"
        : "No effect could be estimated in a unit that money can be put on";
    case "elsewhere":
      return "Counted in another initiative, for the same people";
    case "missing":
      return `Nobody has stated it: ${open.join(", ")}`;
    case "unsourced":
      return `Nobody has said where it comes from: ${open.join(", ")}`;
    case "intangible":
      return "Has no accepted value in money, so it is listed and not counted";
    case "same_stream":
      return "The same money as another line, which counts instead: that of the KPI the plan is judged by, else the smaller one";
  }
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

/** What moves the result, by the id a tornado gives it. */
export function swingName(
  id: string,
  kind: "effect" | "assumption",
  { lines, assumptions, case: given }: NamedBy,
): string {
  if (kind === "effect") {
    const line = given.lines.find(({ effectKey }) => effectKey === id);
    return `Effect on “${lines.find((one) => one.id === line?.id)?.kpi.name ?? "the KPI"}”`;
  }
  if (id === "years") return "Years for which the effect is counted";
  if (id === "persistence") return "What is left of the effect each following year";
  const found = assumptions.find((one) => one.id === id);
  const line = found?.lineId ? lines.find((one) => one.id === found.lineId) : undefined;
  return found ? (line && lines.length > 1 ? `${found.label} (${line.title})` : found.label) : "An assumption";
}

type NamedBy = { lines: LineState[]; assumptions: AssumptionState[]; case: Case };
