"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SaveError } from "@/components/ui/save-error";
import { announce } from "@/components/ui/toaster";
import { useSaving } from "@/components/ui/use-saving";
import { makeSharedLinkAction } from "@/lib/surveys/actions";
import { addressOfLink } from "./address-of-link";

/** Makes a link anybody may answer by, and shows it this once. */
export function SharedLink({ surveyId }: { surveyId: string }) {
  const [open, setOpen] = useState(false);
  const [answers, setAnswers] = useState("50");
  const [link, setLink] = useState<string | null>(null);
  const { submit, pending, message, fields } = useSaving(
    (mostAnswers: number, entryId) => makeSharedLinkAction({ entryId, surveyId, mostAnswers }),
    ({ link: made }) => setLink(made),
  );
  const turn = (isOpen: boolean) => {
    setOpen(isOpen);
    if (!isOpen) setLink(null);
  };
  return (
    <Dialog
      title="Make a shared link"
      description="Whoever has it can answer, without an account. One person could answer twice by it; personal links are good once each."
      open={open}
      onOpenChange={turn}
      trigger={(opening) => <Button {...opening}>Make a shared link</Button>}
    >
      {link === null ? (
        <form
          noValidate
          className="space-y-4"
          onSubmit={(event) => {
            event.preventDefault();
            submit(Number(answers));
          }}
        >
          <Field label="Good for how many answers" required error={fields.mostAnswers}>
            <Input inputMode="numeric" value={answers} onChange={({ target }) => setAnswers(target.value)} />
          </Field>
          <SaveError message={message} />
          <Button look="primary" type="submit" pending={pending}>
            Make the link
          </Button>
        </form>
      ) : (
        <ShownOnce address={addressOfLink(link)} />
      )}
    </Dialog>
  );
}

function ShownOnce({ address }: { address: string }) {
  return (
    <div className="space-y-4">
      <Field label="The link" hint="Copy it now: only a fingerprint of it is stored, so it cannot be shown again.">
        <Input readOnly value={address} onFocus={({ target }) => target.select()} />
      </Field>
      <Button
        look="primary"
        onClick={async () => {
          try {
            await navigator.clipboard.writeText(address);
            announce("Copied");
          } catch {
            announce("The link could not be copied", "Select it above and copy it yourself.");
          }
        }}
      >
        Copy the link
      </Button>
    </div>
  );
}
