"use client";
import { nobody } from "@/components/choices/search-choice";
import { UserChoice } from "@/components/choices/user-choice";
import { Button } from "@/components/ui/button";
import { DialogForm } from "@/components/ui/dialog-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { openRevisionAction } from "@/lib/work/actions";

type TakeOnProps = {
  activity: { id: string; name: string };
  /** What the evidence says, as the reason starts. */
  why: string;
};

/** Takes content on to revise it: who does it, by when, and why. */
export function TakeOn({ activity, why }: TakeOnProps) {
  return (
    <DialogForm
      title="Take it on"
      description={activity.name}
      trigger={(opening) => (
        <Button look="inline" aria-label={`Take on ${activity.name}`} {...opening}>
          Take on
        </Button>
      )}
      initial={{ owner: nobody, dueOn: "", why }}
      submit="Take it on"
      send={({ owner, ...typed }) =>
        openRevisionAction({ ...typed, ownerId: owner.id, activityId: activity.id, dueOn: typed.dueOn || null })
      }
      done={() => ["Taken on", activity.name]}
    >
      {({ typed, set, control, errors }) => (
        <>
          <Field label="Who revises it" required error={errors.ownerId}>
            <UserChoice to="revision" value={typed.owner} onChoose={(owner) => set({ owner })} />
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
