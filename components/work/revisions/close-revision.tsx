"use client";
import { Button } from "@/components/ui/button";
import { DialogForm } from "@/components/ui/dialog-form";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { closeRevisionAction } from "@/lib/work/actions";
import type { Revision } from "@/lib/work/revisions/revision";

const ends = [
  { value: "done", label: "Revised" },
  { value: "dropped", label: "Dropped: it stays as it is" },
] as const;

const initial: { status: (typeof ends)[number]["value"]; outcome: string } = { status: "done", outcome: "" };

/** Says what became of content somebody took on. */
export function CloseRevision({ revision: { id, activity } }: { revision: Pick<Revision, "id" | "activity"> }) {
  return (
    <DialogForm
      title="Close the revision"
      description={`${activity}. From the month after this one on, first tries and work are compared with those before.`}
      trigger={(opening) => (
        <Button look="inline" aria-label={`Close ${activity}`} {...opening}>
          Close
        </Button>
      )}
      initial={initial}
      submit="Close it"
      send={(typed) => closeRevisionAction({ id, ...typed })}
      done={() => ["Closed", activity]}
    >
      {({ typed, control, errors }) => (
        <>
          <Field label="What became of it" error={errors.status}>
            <Select options={[...ends]} {...control("status")} />
          </Field>
          <Field
            label={typed.status === "done" ? "What was changed" : "Why it stays as it is"}
            required
            error={errors.outcome}
            hint="Others will read it; nothing about single people"
          >
            <Textarea rows={3} {...control("outcome")} />
          </Field>
        </>
      )}
    </DialogForm>
  );
}
