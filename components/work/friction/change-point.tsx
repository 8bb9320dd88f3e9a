"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { announce } from "@/components/ui/toaster";
import { SaveError } from "@/components/work/save-error";
import { useSaving } from "@/components/work/use-saving";
import { changeFrictionAction } from "@/lib/work/actions";
import type { FrictionPoint } from "@/lib/work/friction/friction";
import { frictionStatusWords } from "@/lib/work/friction/kinds";
import type { WorkChoices } from "@/lib/work/read-work-choices";
import { ActivityChoice } from "./activity-choice";

const states = ["open", "in_work", "solved"] as const;
const nameOf = ({ id, title, code }: FrictionPoint["activities"][number]) => ({ id, name: title ?? code });

type ChangePointProps = {
  point: FrictionPoint;
  activities: WorkChoices["activities"];
  steps: { id: string; name: string }[];
};

/** What is done about a friction point. */
export function ChangePoint({ point, activities, steps }: ChangePointProps) {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState({
    status: states.find((state) => state === point.status) ?? "open",
    ofProcess: point.ofProcess,
    stepId: point.step?.id ?? "",
    activities: point.activities.map(nameOf),
  });
  const { submit, pending, message, fields } = useSaving(changeFrictionAction, () => {
    setOpen(false);
    announce("Friction point changed", point.statement);
  });
  return (
    <Dialog
      title="What is done about it"
      description={point.statement}
      open={open}
      onOpenChange={setOpen}
      trigger={(opening) => (
        <Button look="inline" aria-label={`Change ${point.statement}`} {...opening}>
          Change
        </Button>
      )}
    >
      <form
        noValidate
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          const { activities: chosen, stepId, ...rest } = typed;
          submit({
            id: point.id,
            was: point.status,
            stepId: stepId || null,
            activityIds: chosen.map(({ id }) => id),
            ...rest,
          });
        }}
      >
        <Field label="State" error={fields.status} hint="Solved ones are watched in work events for their return">
          <Select
            value={typed.status}
            options={states.map((value) => ({ value, label: frictionStatusWords[value] }))}
            onChange={(change) =>
              setTyped({ ...typed, status: states.find((state) => state === change.target.value) ?? "open" })
            }
          />
        </Field>
        {steps.length > 0 ? (
          <Field label="Step of a workflow" error={fields.stepId}>
            <Select
              value={typed.stepId}
              options={[{ value: "", label: "No step" }, ...steps.map(({ id, name }) => ({ value: id, label: name }))]}
              onChange={(change) => setTyped({ ...typed, stepId: change.target.value })}
            />
          </Field>
        ) : null}
        <ActivityChoice
          offered={activities}
          chosen={typed.activities}
          error={fields.activityIds}
          onChange={(chosen) => setTyped({ ...typed, activities: chosen })}
        />
        <Checkbox
          label="Lies in the process, not in skill"
          hint="Learning will not solve it"
          checked={typed.ofProcess}
          onChange={(change) => setTyped({ ...typed, ofProcess: change.target.checked })}
        />
        <SaveError message={message} />
        <Button look="primary" type="submit" pending={pending}>
          Save the change
        </Button>
      </form>
    </Dialog>
  );
}
