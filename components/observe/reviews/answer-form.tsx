"use client";
import { type FormEvent, useState } from "react";
import { LevelChoice } from "@/components/observe/level-choice";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { FieldErrors } from "@/lib/errors";
import { answerReviewAction } from "@/lib/observe/reviews/actions";
import type { Answer } from "@/lib/observe/reviews/input";
import type { Review } from "@/lib/observe/reviews/read-reviews";

const choices: { status: Answer; label: string; hint: string }[] = [
  { status: "accepted", label: "Accept", hint: "It shows what it should." },
  { status: "redo", label: "Send back", hint: "Say what to change; it comes back to you." },
  { status: "rejected", label: "Reject", hint: "It cannot show it. Say why." },
];

/** What the work shows of each behaviour, and whether it is good as it is. */
export function AnswerForm({ review, round }: { review: Review; round: number }) {
  const [levels, setLevels] = useState<Record<string, number>>({});
  const [status, setStatus] = useState<Answer | null>(null);
  const [answer, setAnswer] = useState("");
  const [errors, setErrors] = useState<FieldErrors>({});
  const [problem, setProblem] = useState("");
  const [pending, setPending] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!status) return setErrors({ status: ["Choose an answer"] });
    setPending(true);
    setProblem("");
    setErrors({});
    try {
      const { personId, id } = review;
      const ratings = Object.entries(levels).map(([behaviourId, level]) => ({ behaviourId, level }));
      const result = await answerReviewAction({ personId, id, round, status, answer, ratings });
      if (!result.ok) {
        setErrors(result.error.fields);
        setProblem(result.error.message);
      }
    } catch {
      setProblem("The server could not be reached. What you wrote is still here; try again.");
    }
    setPending(false);
  };

  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="max-w-prose space-y-6">
      {review.behaviours
        .filter(({ retired }) => !retired)
        .map(({ behaviourId, statement, anchors }) => (
          <div key={behaviourId}>
            <h3 className="mb-2 text-body">{statement}</h3>
            <LevelChoice
              legend={statement}
              anchors={anchors}
              value={levels[behaviourId] ?? null}
              onChange={(level) => setLevels({ ...levels, [behaviourId]: level })}
            />
          </div>
        ))}
      <p className="text-table text-ink-2">
        At least one behaviour, unless you reject it. What you say of it counts as evidence of the skill, also where you
        send the work back.
      </p>
      {errors.ratings ? <p className="text-table font-medium text-worse">{errors.ratings.join(". ")}</p> : null}
      <fieldset aria-describedby={errors.status ? "status-error" : undefined}>
        <legend className="mb-1 text-table font-medium">Answer</legend>
        {choices.map((choice) => (
          <label key={choice.status} className="target flex items-start gap-3 py-1.5">
            <input
              type="radio"
              name="status"
              checked={status === choice.status}
              onChange={() => setStatus(choice.status)}
              className="mt-1 size-4 shrink-0 accent-line"
            />
            <span>
              <span className="font-medium">{choice.label}</span>
              <span className="block text-caption text-ink-3">{choice.hint}</span>
            </span>
          </label>
        ))}
        {errors.status ? (
          <p id="status-error" className="text-table font-medium text-worse">
            {errors.status.join(". ")}
          </p>
        ) : null}
      </fieldset>
      <Field
        label={status === "redo" ? "What to change" : status === "rejected" ? "Why" : "A word to them"}
        error={errors.answer}
      >
        <Textarea value={answer} maxLength={2_000} onChange={(event) => setAnswer(event.target.value)} />
      </Field>
      <p role="alert" className="font-medium text-worse">
        {problem}
      </p>
      <Button look="primary" type="submit" pending={pending}>
        Answer
      </Button>
    </form>
  );
}
