import type { AssumptionState, InitiativeMoney } from "@/lib/roi/results/initiative-money";
import type { ReportSignatures } from "./document";

/** The stated values the counted benefit rests on: those of counted lines, each once. */
function countedAssumptions({ case: given, result, assumptions }: InitiativeMoney): AssumptionState[] {
  const counted = new Set(result.lines.filter((line) => line.counted).map(({ id }) => id));
  const ids = new Set(
    given.lines
      .filter(({ id }) => counted.has(id))
      .flatMap(({ factors }) => factors.map(({ assumption }) => assumption.id)),
  );
  return assumptions.filter(({ id }) => ids.has(id));
}

/** Who signed what the money of these initiatives rests on. An assumption several of them use counts once. */
export function signaturesOf(monies: readonly InitiativeMoney[]): ReportSignatures {
  const used = new Map(
    monies.flatMap((money) => countedAssumptions(money).map((one) => [one.id, { one, money }] as const)),
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
function ofWhat({ lineId }: AssumptionState, { title, lines }: InitiativeMoney): string {
  return ` of “${lines.find(({ id }) => id === lineId)?.title ?? title}”`;
}
