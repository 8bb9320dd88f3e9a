"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { useFormats } from "@/components/ui/formats-provider";
import { SaveError } from "@/components/ui/save-error";
import { Textarea } from "@/components/ui/textarea";
import { announce } from "@/components/ui/toaster";
import { useSaving } from "@/components/ui/use-saving";
import { signAssumptionAction } from "@/lib/roi/case/actions";
import type { AssumptionState } from "@/lib/roi/results/initiative-money";
import { signatureWords } from "@/lib/roi/results/signature-words";
import { statedRange, statedText } from "@/lib/roi/results/stated-text";

type Kind = "signed" | "declined" | "withdrawn";

/** Finance reads an assumption as it stands, and signs it, declines it or takes a signature back. */
export function SignDialog({ assumption }: { assumption: AssumptionState }) {
  const formats = useFormats();
  const { id, label, value, unit, source, alternatives, revision, signature, owner } = assumption;
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState("");
  const { submit, pending, message, fields } = useSaving(
    (kind: Kind, entryId) => signAssumptionAction({ entryId, id, revision, kind, note: note || null }),
    () => {
      setOpen(false);
      setNote("");
      announce("Noted", label);
    },
  );
  const range = statedRange(assumption, formats);
  const stands = signature.state === "signed" || signature.state === "changed";
  return (
    <Dialog
      title={`Sign “${label}”`}
      description="A signature is of the value, its range, unit, source, other values and owner as they stand here. If one of them changes, it no longer counts."
      open={open}
      onOpenChange={setOpen}
      trigger={(opening) => (
        <Button look="inline" aria-label={`Sign ${label}`} {...opening}>
          {stands ? "Review" : "Sign"}
        </Button>
      )}
    >
      <div className="space-y-4">
        <dl className="grid grid-cols-[7rem_1fr] gap-x-4 gap-y-1 text-table">
          {[
            ["Value", value === null ? "Nobody has stated one" : statedText(value, unit, formats)],
            ["Range", range || "None stated"],
            ["Source", source ?? "None stated"],
            [
              "Other values",
              alternatives.map((one) => `${statedText(one.value, unit, formats)} (${one.source})`).join("; ") || "None",
            ],
            ["Owner", owner?.name ?? "Nobody"],
            ["Stands", signatureWords(assumption, formats)],
          ].map(([term, meaning]) => (
            <div key={term} className="contents">
              <dt className="text-ink-3">{term}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
        <Field label="Note" error={fields.note} hint="If you decline: what would have to change">
          <Textarea rows={2} value={note} onChange={(change) => setNote(change.target.value)} />
        </Field>
        <SaveError message={message} />
        <div className="flex flex-wrap gap-2">
          <Button look="primary" pending={pending} onClick={() => submit("signed")}>
            Sign it
          </Button>
          <Button pending={pending} onClick={() => submit("declined")}>
            Decline
          </Button>
          {stands ? (
            <Button look="plain" pending={pending} onClick={() => submit("withdrawn")}>
              Withdraw the signature
            </Button>
          ) : null}
        </div>
      </div>
    </Dialog>
  );
}
