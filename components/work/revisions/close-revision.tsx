"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { announce } from "@/components/ui/toaster";
import { SaveError } from "@/components/work/save-error";
import { useSaving } from "@/components/work/use-saving";
import { closeRevisionAction } from "@/lib/work/actions";
import type { Revision } from "@/lib/work/revisions/revision";

const ends = [
  { value: "done", label: "Revised" },
  { value: "dropped", label: "Dropped: it stays as it is" },
] as const;

/** Says what became of content somebody took on. */
export function CloseRevision({ revision: { id, activity } }: { revision: Pick<Revision, "id" | "activity"> }) {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState<{ status: "done" | "dropped"; outcome: string }>({ status: "done", outcome: "" });
  const { submit, pending, message, fields } = useSaving(closeRevisionAction, () => {
    setOpen(false);
    announce("Closed", activity);
  });
  return (
    <Dialog
      title="Close the revision"
      description={`${activity}. From the month after this one on, first tries and work are compared with those before.`}
      open={open}
      onOpenChange={setOpen}
      trigger={(opening) => (
        <Button look="inline" aria-label={`Close ${activity}`} {...opening}>
          Close
        </Button>
      )}
    >
      <form
        noValidate
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit({ id, ...typed });
        }}
      >
        <Field label="What became of it" error={fields.status}>
          <Select
            value={typed.status}
            options={[...ends]}
            onChange={(change) =>
              setTyped({ ...typed, status: ends.find(({ value }) => value === change.target.value)?.value ?? "done" })
            }
          />
        </Field>
        <Field
          label={typed.status === "done" ? "What was changed" : "Why it stays as it is"}
          required
          error={fields.outcome}
          hint="Others will read it; nothing about single people"
        >
          <Textarea
            rows={3}
            value={typed.outcome}
            onChange={(change) => setTyped({ ...typed, outcome: change.target.value })}
          />
        </Field>
        <SaveError message={message} />
        <Button look="primary" type="submit" pending={pending}>
          Close it
        </Button>
      </form>
    </Dialog>
  );
}
