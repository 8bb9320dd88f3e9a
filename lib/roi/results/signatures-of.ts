import type { CaseResult } from "@/lib/money/case-result";
import type { AssumptionState, BuiltCase, InitiativeMoney } from "./initiative-money";

/** `unsigned` names those that are not; `last` is the newest signature. */
export type Signatures = {
  used: number;
  signed: number;
  unsigned: string[];
  last: { by: string; on: string } | null;
};

type Computed = BuiltCase & { result: CaseResult };

/**
 * The assumptions the figures rest on, by id: those of counted lines, the cost of an hour where learners' time is priced by it, the discount rate of a
 * present value, the hours of a full-time equivalent, and how long an effect lasts where that is less than the year. None where nothing is counted.
 */
export function usedIds({ case: given, result, learnerRate }: Computed): ReadonlySet<string> {
  const counted = new Set(result.lines.filter((line) => line.counted).map(({ id }) => id));
  if (counted.size === 0) return new Set();
  return new Set([
    ...given.lines
      .filter(({ id }) => counted.has(id))
      .flatMap(({ factors }) => factors.map(({ assumption }) => assumption.id)),
    ...(learnerRate === null ? [] : [learnerRate]),
    ...(result.presentValue === null ? [] : [given.discountRate.id]),
    ...(result.capacity?.fullTimeEquivalents ? [given.fullTimeHours.id] : []),
    ...(result.years < 1 ? [given.years.id] : []),
  ]);
}

function usedAssumptions(money: Computed): AssumptionState[] {
  const ids = usedIds(money);
  return money.assumptions.filter(({ id }) => ids.has(id));
}

/** Who signed what the money of these initiatives rests on. An assumption several of them use counts once. */
export function signaturesOf(monies: readonly Computed[]): Signatures {
  const used = new Map(
    monies.flatMap((money) => usedAssumptions(money).map((one) => [one.id, { one, money }] as const)),
  );
  const all = [...used.values()];
  const signed = all.filter(({ one }) => one.signature.state === "signed");
  const last = signed
    .flatMap(({ one: { signature } }) =>
      signature.by !== null && signature.at !== null ? [{ by: signature.by, on: signature.at.slice(0, 10) }] : [],
    )
    .toSorted((one, other) => one.on.localeCompare(other.on))
    .at(-1);
  const open = all.filter(({ one }) => one.signature.state !== "signed");
  const unsigned = open.map(({ one, money }) => {
    const isAlone = open.filter((other) => other.one.label === one.label).length === 1;
    return `${one.label}${isAlone ? "" : ofWhat(one, money)}${states[one.signature.state] ?? ""}`;
  });
  return { used: all.length, signed: signed.length, unsigned, last: last ?? null };
}

const states: Partial<Record<AssumptionState["signature"]["state"], string>> = {
  changed: " (changed since it was signed)",
  declined: " (declined)",
};

/** Two of one name are told apart by what they are for. */
function ofWhat({ lineId }: AssumptionState, { title, lines }: Pick<InitiativeMoney, "title" | "lines">): string {
  return ` of “${lines.find(({ id }) => id === lineId)?.title ?? title}”`;
}
