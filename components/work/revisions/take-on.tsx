"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { announce } from "@/components/ui/toaster";
import { SaveError } from "@/components/work/save-error";
import { useSaving } from "@/components/work/use-saving";
import { openRevisionAction } from "@/lib/work/actions";
import type { RevisionDesk } from "@/lib/work/revisions/revision";

type TakeOnProps = {
  activity: { id: string; name: string };
  /** What the evidence says, as the reason starts. */
  why: string;
  owners: NonNullable<RevisionDesk["owners"]>;
};

/** Takes content on to revise it: who does it, by when, and why. */
export function TakeOn({ activity, why, owners }: TakeOnProps) {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState({ ownerId: "", dueOn: "", why });
  const { submit, pending, message, fields } = useSaving(openRevisionAction, () => {
    setOpen(false);
    announce("Taken on", activity.name);
  });
  const field = (name: keyof typeof typed) => ({
    value: typed[name],
    onChange: (change: { target: { value: string } }) => setTyped({ ...typed, [name]: change.target.value }),
  });
  return (
    <Dialog
      title="Take it on"
      description={activity.name}
      open={open}
      onOpenChange={setOpen}
      trigger={(opening) => (
        <Button look="inline" aria-label={`Take on ${activity.name}`} {...opening}>
          Take on
        </Button>
      )}
    >
      <form
        noValidate
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit({ ...typed, activityId: activity.id, dueOn: typed.dueOn || null });
        }}
      >
        <Field label="Who revises it" required error={fields.ownerId}>
          <Select
            options={[
              { value: "", label: "Choose somebody" },
              ...owners.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            {...field("ownerId")}
          />
        </Field>
        <Field label="Due on" error={fields.dueOn} hint="May stay empty">
          <Input type="date" {...field("dueOn")} />
        </Field>
        <Field
          label="Why"
          required
          error={fields.why}
          hint="What the evidence says today; others will read it, so nothing about single people"
        >
          <Textarea rows={5} {...field("why")} />
        </Field>
        <SaveError message={message} />
        <Button look="primary" type="submit" pending={pending}>
          Take it on
        </Button>
      </form>
    </Dialog>
  );
}
