"use client";
import { Button } from "@/components/ui/button";
import { DialogForm } from "@/components/ui/dialog-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
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
  return (
    <DialogForm
      title="Take it on"
      description={activity.name}
      trigger={(opening) => (
        <Button look="inline" aria-label={`Take on ${activity.name}`} {...opening}>
          Take on
        </Button>
      )}
      initial={{ ownerId: "", dueOn: "", why }}
      submit="Take it on"
      send={(typed) => openRevisionAction({ ...typed, activityId: activity.id, dueOn: typed.dueOn || null })}
      done={() => ["Taken on", activity.name]}
    >
      {({ control, errors }) => (
        <>
          <Field label="Who revises it" required error={errors.ownerId}>
            <Select
              options={[
                { value: "", label: "Choose somebody" },
                ...owners.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              {...control("ownerId")}
            />
          </Field>
          <Field label="Due on" error={errors.dueOn} hint="May stay empty">
            <Input type="date" {...control("dueOn")} />
          </Field>
          <Field
            label="Why"
            required
            error={errors.why}
            hint="What the evidence says today; others will read it, so nothing about single people"
          >
            <Textarea rows={5} {...control("why")} />
          </Field>
        </>
      )}
    </DialogForm>
  );
}
