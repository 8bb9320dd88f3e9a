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

type SignatureTextProps = { assumption: AssumptionState; isUsed: boolean; formats: Formats };

/** What finance said of an assumption as a sign and words, with its note. */
export function SignatureText({ assumption, isUsed, formats }: SignatureTextProps) {
  const { state, note } = assumption.signature;
  const words = signatureWords(assumption, formats, isUsed);
  if (!isUsed && state === "unsigned") return <span className="text-ink-3">{words}</span>;
  return (
    <>
      <StatusText status={looks[state]}>{words}</StatusText>
      {note ? <span className="block text-caption text-ink-3">“{note}”</span> : null}
    </>
  );
}
