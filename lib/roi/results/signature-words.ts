import type { Formats } from "@/lib/format/formats";
import type { AssumptionState } from "./initiative-money";

type Signed = Pick<AssumptionState, "signature">;

/**
 * What finance said of an assumption, in words: who, when, and whether it is still what was signed. One that no figure beside it uses needs no signature;
 * that is said instead of its absence.
 */
export function signatureWords(one: Signed, formats: Formats, isUsed = true): string {
  if (isUsed) return saidOf(one, formats);
  return one.signature.state === "unsigned"
    ? "Not used in these figures"
    : `${saidOf(one, formats)}; not used in these figures`;
}

function saidOf({ signature: { state, by, at } }: Signed, formats: Formats): string {
  const who = `${by ?? "somebody"}${at ? ` on ${formats.shortDate(at)}` : ""}`;
  if (state === "signed") return `Signed by ${who}`;
  if (state === "changed") return `Changed since signed by ${who}`;
  return state === "declined" ? `Declined by ${who}` : "Unsigned";
}
