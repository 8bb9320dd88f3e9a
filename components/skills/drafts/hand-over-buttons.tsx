"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState, useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { announce } from "@/components/ui/toaster";
import { discardDraftAction, returnDraftAction, submitDraftAction } from "@/lib/skills/actions";

/** Gives the draft to whoever reviews it. */
export function SubmitDraft({ draftId, disabled }: { draftId: string; disabled: boolean }) {
  const [error, setError] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();
  const submit = () =>
    startTransition(async () => {
      const result = await answered(submitDraftAction({ draftId }));
      setError(result.ok ? null : result.error.message);
      if (result.ok) announce("Draft submitted", "It can be published, or sent back, by whoever reviews it.");
    });
  return (
    <>
      <Button look="primary" pending={pending} disabled={disabled} onClick={submit}>
        Submit for review
      </Button>
      <span role="alert" className="text-table font-medium text-worse">
        {error}
      </span>
    </>
  );
}

/** Back to editing, with a word on what is to change. */
export function ReturnDraft({ draftId }: { draftId: string }) {
  const [note, setNote] = useState("");
  const [open, setOpen] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    startTransition(async () => {
      const result = await answered(returnDraftAction({ draftId, note }));
      if (!result.ok) return setError(result.error.fields.note?.[0] ?? result.error.message);
      setOpen(false);
      announce("Draft sent back", "It is open for editing again.");
    });
  };
  return (
    <Dialog
      title="Send the draft back"
      open={open}
      onOpenChange={setOpen}
      trigger={(opening) => <Button {...opening}>Send back</Button>}
    >
      <form onSubmit={submit} noValidate className="space-y-4">
        <Field label="What is to be changed" required error={error ?? undefined}>
          <Textarea rows={3} value={note} maxLength={2000} onChange={(event) => setNote(event.target.value)} />
        </Field>
        <Button look="primary" type="submit" pending={pending}>
          Send back
        </Button>
      </form>
    </Dialog>
  );
}

/** Gives the draft up; it stays in the list. */
export function DiscardDraft({ draftId, title }: { draftId: string; title: string }) {
  const router = useRouter();
  const [error, setError] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();
  const discard = () =>
    startTransition(async () => {
      const result = await answered(discardDraftAction({ draftId }));
      if (!result.ok) return setError(result.error.message);
      announce("Draft discarded", title);
      router.push("/skills/drafts");
    });
  return (
    <Dialog
      title={`Discard “${title}”`}
      description="What is in force stays as it is. The draft stays in the list, and cannot be edited again."
      trigger={(opening) => (
        <Button look="plain" {...opening}>
          Discard
        </Button>
      )}
    >
      <div role="alert">{error ? <p className="mb-3 font-medium text-worse">{error}</p> : null}</div>
      <Button look="danger" pending={pending} onClick={discard}>
        Discard the draft
      </Button>
    </Dialog>
  );
}
