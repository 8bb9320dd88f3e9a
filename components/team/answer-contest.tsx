"use client";
import { type FormEvent, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { announce } from "@/components/ui/toaster";
import type { PublicError } from "@/lib/errors";
import { answerContestAction } from "@/lib/team/actions";

type AnswerContestProps = { personId: string; id: string; person: string; ownRating: boolean };
type Decision = "upheld" | "declined";

/** Answers a contest. Upheld strikes the observation, and cannot be taken back. */
export function AnswerContest({ personId, id, person, ownRating }: AnswerContestProps) {
  const [open, setOpen] = useState(false);
  const [decision, setDecision] = useState<Decision | "">("");
  const [answer, setAnswer] = useState("");
  const [error, setError] = useState<PublicError | null>(null);
  const [pending, startTransition] = useTransition();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    startTransition(async () => {
      const result = await answerContestAction({ personId, id, decision: decision as Decision, answer });
      if (!result.ok) return setError(result.error);
      announce(
        "Answered",
        decision === "upheld" ? "The observation is struck and counts nowhere." : "The observation stays.",
      );
      setOpen(false);
    });
  };
  const fields = error?.fields ?? {};
  return (
    <Dialog
      title={`Answer ${person}`}
      open={open}
      onOpenChange={setOpen}
      trigger={(opening) => (
        <Button className="mt-2" aria-label={`Answer ${person}`} {...opening}>
          Answer
        </Button>
      )}
      description={`${person} reads your answer with your name. ${ownRating ? "You rated this yourself: where you are not sure, leave it to whoever you report to. " : ""}An upheld contest strikes the observation: it stays on record and counts nowhere.`}
    >
      <form onSubmit={submit} noValidate className="space-y-4">
        <Field label="Decision" required error={fields.decision}>
          <Select
            value={decision}
            onChange={(change) => setDecision(change.target.value as Decision | "")}
            options={[
              { value: "", label: "Choose" },
              { value: "upheld", label: "Uphold: strike the observation" },
              { value: "declined", label: "Decline: the observation stays" },
            ]}
          />
        </Field>
        <Field label="Answer" required error={fields.answer}>
          <Textarea rows={4} maxLength={2000} value={answer} onChange={(change) => setAnswer(change.target.value)} />
        </Field>
        <div role="alert">{error ? <p className="font-medium text-worse">{error.message}</p> : null}</div>
        <Button look="primary" type="submit" pending={pending}>
          Send the answer
        </Button>
      </form>
    </Dialog>
  );
}
