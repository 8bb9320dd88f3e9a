"use client";
import { Button } from "@/components/ui/button";
import { DialogForm } from "@/components/ui/dialog-form";
import { Field } from "@/components/ui/field";
import { useFormats } from "@/components/ui/formats-provider";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { holdReviewAction } from "@/lib/programmes/actions";
import { outcomes } from "@/lib/programmes/kinds";
import type { ProgrammeReview } from "@/lib/programmes/programme";
import { outcomeWords, reviewKindWords } from "./words";

type HoldReviewProps = {
  review: Pick<ProgrammeReview, "id" | "kind" | "revision" | "dueOn">;
  /** What the data say today, line by line. */
  agenda: readonly string[];
  today: string;
};
type Typed = Record<"heldOn" | "attendees" | "minutes" | "outcome", string>;

/** Keeps a review that was held: its agenda stands above, the minutes are written below. */
export function HoldReview({ review: { id, kind, revision, dueOn }, agenda, today }: HoldReviewProps) {
  const formats = useFormats();
  const name = reviewKindWords[kind];
  const initial: Typed = { heldOn: today, attendees: "", minutes: "", outcome: "continue" };
  return (
    <DialogForm<Typed, { decisionId: string | null }>
      title={name}
      description={
        kind === "day_90"
          ? "What is decided here also goes into the decision log, with the evidence of today."
          : "The agenda of today is kept with the minutes."
      }
      trigger={(opening) => (
        <Button look="secondary" aria-label={`Hold it: ${name}, due on ${formats.date(dueOn)}`} {...opening}>
          Hold it
        </Button>
      )}
      initial={initial}
      submit="Keep the minutes"
      send={({ outcome, ...typed }) =>
        holdReviewAction({ ...typed, id, revision, outcome: outcomes.find((one) => one === outcome) ?? "continue" })
      }
      done={({ decisionId }) => ["Held", decisionId ? "The decision stands in the log." : name]}
    >
      {({ control, errors }) => (
        <>
          <div>
            <p className="text-table font-medium">Agenda</p>
            <ul className="list-disc pl-5 text-table">
              {agenda.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </div>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label="Held on" required error={errors.heldOn}>
              <Input type="date" max={today} {...control("heldOn")} />
            </Field>
            <Field label="Who was there" required error={errors.attendees}>
              <Input {...control("attendees")} />
            </Field>
          </div>
          <Field
            label="Minutes"
            required
            error={errors.minutes}
            hint="Others will read it; nothing about single people"
          >
            <Textarea rows={5} {...control("minutes")} />
          </Field>
          <Field label="Decided" error={errors.outcome}>
            <Select
              options={outcomes.map((outcome) => ({ value: outcome, label: outcomeWords[outcome] }))}
              {...control("outcome")}
            />
          </Field>
        </>
      )}
    </DialogForm>
  );
}
