import type { Formats } from "@/lib/format/formats";
import type { AssumptionState } from "./initiative-money";

/** What finance said of an assumption, in words: who, when, and whether it is still what was signed. */
export function signatureWords(
  { signature: { state, by, at } }: Pick<AssumptionState, "signature">,
  formats: Formats,
): string {
  const who = `${by ?? "somebody"}${at ? ` on ${formats.shortDate(at)}` : ""}`;
  if (state === "signed") return `Signed by ${who}`;
  if (state === "changed") return `Changed since signed by ${who}`;
  return state === "declined" ? `Declined by ${who}` : "Unsigned";
}
