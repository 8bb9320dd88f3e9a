import { type Status, StatusText } from "@/components/ui/status-text";
import type { Formats } from "@/lib/format/formats";
import type { AssumptionState, SignatureState } from "@/lib/roi/results/initiative-money";

const looks: Record<SignatureState, Status> = {
  signed: "pass",
  unsigned: "unknown",
  changed: "warn",
  declined: "fail",
};

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

/** The same as a sign and words, with what was said of it. */
export function SignatureText({ assumption, formats }: { assumption: AssumptionState; formats: Formats }) {
  const { state, note } = assumption.signature;
  return (
    <>
      <StatusText status={looks[state]}>{signatureWords(assumption, formats)}</StatusText>
      {note ? <span className="block text-caption text-ink-3">“{note}”</span> : null}
    </>
  );
}
