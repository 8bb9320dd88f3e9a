"use client";
import { Button } from "@/components/ui/button";
import { DialogForm } from "@/components/ui/dialog-form";
import { Field } from "@/components/ui/field";
import { useFormats } from "@/components/ui/formats-provider";
import { Textarea } from "@/components/ui/textarea";
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
  const formats = useFormats();
  return (
    <DialogForm
      title="Contest this observation"
      description={`“${behaviour}”. An answer is owed to you within ${answerDays} days. ${whoAnswers(coach, above)} If it is upheld, the observation is struck and counts nowhere.`}
      trigger={(opening) => (
        <Button look="inline" className="screen-only" aria-label={`Contest: ${behaviour}`} {...opening}>
          Contest
        </Button>
      )}
      initial={{ reason: "" }}
      submit="Contest it"
      send={({ reason }) => openContestAction({ observationId, reason })}
      done={({ dueOn }) => ["Contested", `An answer is owed to you by ${formats.date(dueOn)}.`]}
    >
      {({ control, errors }) => (
        <Field
          label="What is not right about it?"
          required
          error={errors.reason}
          hint="Whoever answers will read this. It is never used against you."
        >
          <Textarea rows={4} maxLength={2000} {...control("reason")} />
        </Field>
      )}
    </DialogForm>
  );
}

function whoAnswers(coach: string | null, above: string | null): string {
  if (!coach) return "Nobody is on record as your manager: ask an administrator to mend that, or nobody can answer.";
  if (!above) return `${coach} answers.`;
  return `${coach} answers; ${above}, who leads ${coach}, can answer as well, above all where ${coach} was the one who rated.`;
}
