"use client";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { DialogForm } from "@/components/ui/dialog-form";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
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
  return (
    <DialogForm
      title="What is done about it"
      description={point.statement}
      trigger={(opening) => (
        <Button look="inline" aria-label={`Change ${point.statement}`} {...opening}>
          Change
        </Button>
      )}
      initial={{
        status: states.find((state) => state === point.status) ?? "open",
        was: point.status,
        ofProcess: point.ofProcess,
        stepId: point.step?.id ?? "",
        activities: point.activities.map(nameOf),
      }}
      submit="Save the change"
      send={({ activities: chosen, stepId, ...rest }) =>
        changeFrictionAction({
          ...rest,
          id: point.id,
          stepId: stepId || null,
          activityIds: chosen.map(({ id }) => id),
        })
      }
      done={() => ["Friction point changed", point.statement]}
    >
      {({ typed, set, control, errors }) => (
        <>
          <Field label="State" error={errors.status} hint="Solved ones are watched in work events for their return">
            <Select
              options={states.map((value) => ({ value, label: frictionStatusWords[value] }))}
              {...control("status")}
            />
          </Field>
          {steps.length > 0 ? (
            <Field label="Step of a workflow" error={errors.stepId}>
              <Select
                options={[
                  { value: "", label: "No step" },
                  ...steps.map(({ id, name }) => ({ value: id, label: name })),
                ]}
                {...control("stepId")}
              />
            </Field>
          ) : null}
          <ActivityChoice
            offered={activities}
            chosen={typed.activities}
            error={errors.activityIds}
            onChange={(chosen) => set({ activities: chosen })}
          />
          <Checkbox
            label="Lies in the process, not in skill"
            hint="Learning will not solve it"
            checked={typed.ofProcess}
            onChange={(change) => set({ ofProcess: change.target.checked })}
          />
        </>
      )}
    </DialogForm>
  );
}
