"use client";
import { Button } from "@/components/ui/button";
import { DialogForm } from "@/components/ui/dialog-form";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { answerContestAction } from "@/lib/team/actions";

type AnswerContestProps = { personId: string; id: string; person: string; ownRating: boolean };
type Decision = "upheld" | "declined";

const decisions = [
  { value: "", label: "Choose" },
  { value: "upheld", label: "Uphold: strike the observation" },
  { value: "declined", label: "Decline: the observation stays" },
];

/** Answers a contest. Upheld strikes the observation, and cannot be taken back. */
export function AnswerContest({ personId, id, person, ownRating }: AnswerContestProps) {
  return (
    <DialogForm
      title={`Answer ${person}`}
      description={`${person} reads your answer with your name. ${ownRating ? "You rated this yourself: where you are not sure, leave it to whoever you report to. " : ""}An upheld contest strikes the observation: it stays on record and counts nowhere.`}
      trigger={(opening) => (
        <Button className="mt-2" aria-label={`Answer ${person}`} {...opening}>
          Answer
        </Button>
      )}
      initial={{ decision: "" as Decision | "", answer: "" }}
      submit="Send the answer"
      send={({ decision, answer }) => answerContestAction({ personId, id, decision: decision as Decision, answer })}
      done={(_, { decision }) => [
        "Answered",
        decision === "upheld"
          ? "The observation is struck. Figures without it follow within minutes."
          : "The observation stays.",
      ]}
    >
      {({ control, errors }) => (
        <>
          <Field label="Decision" required error={errors.decision}>
            <Select options={decisions} {...control("decision")} />
          </Field>
          <Field label="Answer" required error={errors.answer}>
            <Textarea rows={4} maxLength={2000} {...control("answer")} />
          </Field>
        </>
      )}
    </DialogForm>
  );
}
