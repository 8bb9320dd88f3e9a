"use client";
import { type FormEvent, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { announce } from "@/components/ui/toaster";
import type { PublicError } from "@/lib/errors";
import { openContestAction } from "@/lib/team/actions";

type ContestFormProps = {
  observationId: string;
  behaviour: string;
  answerDays: number;
  coach: string | null;
  above: string | null;
};

/** Contests one observation. What was typed stays until it is taken. */
export function ContestForm({ observationId, behaviour, answerDays, coach, above }: ContestFormProps) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [error, setError] = useState<PublicError | null>(null);
  const [pending, startTransition] = useTransition();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    startTransition(async () => {
      const result = await openContestAction({ observationId, reason });
      if (!result.ok) return setError(result.error);
      announce("Contested", `An answer is owed to you by ${result.data.dueOn}.`);
      setError(null);
      setReason("");
      setOpen(false);
    });
  };
  return (
    <Dialog
      title="Contest this observation"
      open={open}
      onOpenChange={setOpen}
      trigger={(opening) => (
        <Button look="inline" aria-label={`Contest: ${behaviour}`} {...opening}>
          Contest
        </Button>
      )}
      description={`“${behaviour}”. An answer is owed to you within ${answerDays} days. ${whoAnswers(coach, above)} If it is upheld, the observation is struck and counts nowhere.`}
    >
      <form onSubmit={submit} noValidate className="space-y-4">
        <Field
          label="What is not right about it?"
          required
          error={error?.fields.reason ?? error?.message}
          hint="Whoever answers will read this. It is never used against you."
        >
          <Textarea rows={4} maxLength={2000} value={reason} onChange={(change) => setReason(change.target.value)} />
        </Field>
        <Button look="primary" type="submit" pending={pending}>
          Contest it
        </Button>
      </form>
    </Dialog>
  );
}

function whoAnswers(coach: string | null, above: string | null): string {
  if (!coach) return "Nobody is on record as your manager: ask an administrator to mend that, or nobody can answer.";
  if (!above) return `${coach} answers.`;
  return `${coach} answers; ${above}, who leads ${coach}, can answer as well, above all where ${coach} was the one who rated.`;
}
