"use client";
import { Button } from "@/components/ui/button";
import { DialogForm } from "@/components/ui/dialog-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { reviewDecisionAction } from "@/lib/decisions/actions";
import type { Decision } from "@/lib/decisions/decision";
import { outcomes } from "@/lib/decisions/kinds";
import { outcomeWords } from "./decision-words";

type Props = {
  decision: Pick<Decision, "id" | "title" | "revision">;
  look?: "primary" | "secondary" | "inline";
};
type Typed = Record<"outcome" | "whatHappened" | "nextReviewOn", string>;

const initial: Typed = { outcome: "as_expected", whatHappened: "", nextReviewOn: "" };

/** Says what happened after a decision; the evidence of today is kept beside that of then. */
export function ReviewDecision({ decision: { id, title, revision }, look = "inline" }: Props) {
  return (
    <DialogForm<Typed, { id: string }>
      title="Review the decision"
      description={`${title}. The evidence as it stands today is kept beside that of then.`}
      trigger={(opening) => (
        <Button look={look} aria-label={`Review ${title}`} {...opening}>
          Review
        </Button>
      )}
      initial={initial}
      submit="Keep the review"
      send={({ outcome, whatHappened, nextReviewOn }, entryId) =>
        reviewDecisionAction({
          entryId,
          id,
          revision,
          whatHappened,
          outcome: outcomes.find((one) => one === outcome) ?? "cannot_tell",
          nextReviewOn: nextReviewOn || null,
        })
      }
      done={() => ["Reviewed", title]}
    >
      {({ control, errors }) => (
        <>
          <Field label="How it turned out" error={errors.outcome}>
            <Select
              options={outcomes.map((outcome) => ({ value: outcome, label: outcomeWords[outcome] }))}
              {...control("outcome")}
            />
          </Field>
          <Field
            label="What happened after"
            required
            error={errors.whatHappened}
            hint="Others will read it; nothing about single people"
          >
            <Textarea rows={4} {...control("whatHappened")} />
          </Field>
          <Field label="Look again on" error={errors.nextReviewOn} hint="May stay empty">
            <Input type="date" {...control("nextReviewOn")} />
          </Field>
        </>
      )}
    </DialogForm>
  );
}
