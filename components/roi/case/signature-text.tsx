import { type Status, StatusText } from "@/components/ui/status-text";
import type { Formats } from "@/lib/format/formats";
import type { AssumptionState, SignatureState } from "@/lib/roi/results/initiative-money";
import { signatureWords } from "@/lib/roi/results/signature-words";

const looks: Record<SignatureState, Status> = {
  signed: "pass",
  unsigned: "unknown",
  changed: "warn",
  declined: "fail",
};

/** What finance said of an assumption as a sign and words, with its note. */
export function SignatureText({ assumption, formats }: { assumption: AssumptionState; formats: Formats }) {
  const { state, note } = assumption.signature;
  return (
    <>
      <StatusText status={looks[state]}>{signatureWords(assumption, formats)}</StatusText>
      {note ? <span className="block text-caption text-ink-3">“{note}”</span> : null}
    </>
  );
}
