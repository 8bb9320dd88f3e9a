"use client";
import { type FormEvent, useState, useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { announce } from "@/components/ui/toaster";
import type { PublicError } from "@/lib/errors";
import { dismissProposalAction, takeProposalAction } from "@/lib/skills/proposals/actions";

type Props = { id: string; statement: string; drafts: readonly { id: string; title: string }[] };

/** Takes a proposal into a draft, or puts it aside with a reason. */
export function DecideProposal({ id, statement, drafts }: Props) {
  return (
    <p className="screen-only flex flex-wrap gap-2">
      <Take id={id} statement={statement} drafts={drafts} />
      <Dismiss id={id} statement={statement} />
    </p>
  );
}

function Take({ id, statement, drafts }: Props) {
  const [open, setOpen] = useState(false);
  const [draftId, setDraftId] = useState("");
  const [error, setError] = useState<PublicError | null>(null);
  const [pending, startTransition] = useTransition();
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault();
    startTransition(async () => {
      const result = await answered(takeProposalAction({ id, draftId: draftId || null }));
      if (result && !result.ok) setError(result.error);
    });
  };
  return (
    <Dialog
      title="Take into a draft"
      open={open}
      onOpenChange={setOpen}
      trigger={(opening) => (
        <Button aria-label={`Take into a draft: ${statement}`} {...opening}>
          Take into a draft
        </Button>
      )}
      description="Opens the draft at the behaviour, with the figures as a comment. What to change is yours to decide."
    >
      <form onSubmit={submit} noValidate className="space-y-4">
        <Field label="Draft">
          <Select
            options={[
              { value: "", label: "A new draft" },
              ...drafts.map((draft) => ({ value: draft.id, label: draft.title })),
            ]}
            value={draftId}
            onChange={({ target }) => setDraftId(target.value)}
          />
        </Field>
        <div role="alert">{error ? <p className="font-medium text-worse">{error.message}</p> : null}</div>
        <Button look="primary" type="submit" pending={pending}>
          Open the draft
        </Button>
      </form>
    </Dialog>
  );
}

function Dismiss({ id, statement }: Omit<Props, "drafts">) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [error, setError] = useState<PublicError | null>(null);
  const [pending, startTransition] = useTransition();
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault();
    startTransition(async () => {
      const result = await answered(dismissProposalAction({ id, reason }));
      if (!result.ok) return setError(result.error);
      setOpen(false);
      announce("Dismissed", "It comes back only if its figures change.");
    });
  };
  return (
    <Dialog
      title="Dismiss the proposal"
      open={open}
      onOpenChange={setOpen}
      trigger={(opening) => (
        <Button look="plain" aria-label={`Dismiss: ${statement}`} {...opening}>
          Dismiss
        </Button>
      )}
      description="It stands below with your reason, and comes back when its figure has changed by a quarter."
    >
      <form onSubmit={submit} noValidate className="space-y-4">
        <Field label="Why" required error={error?.fields.reason}>
          <Textarea rows={3} value={reason} onChange={({ target }) => setReason(target.value)} />
        </Field>
        <div role="alert">{error ? <p className="font-medium text-worse">{error.message}</p> : null}</div>
        <Button look="primary" type="submit" pending={pending}>
          Dismiss it
        </Button>
      </form>
    </Dialog>
  );
}
