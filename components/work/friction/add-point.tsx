"use client";
import { Button } from "@/components/ui/button";
import { DialogForm } from "@/components/ui/dialog-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { addFrictionAction } from "@/lib/work/actions";
import { type FrictionKind, frictionKindWords } from "@/lib/work/friction/kinds";
import type { WorkChoices } from "@/lib/work/read-work-choices";

const kinds = Object.keys(frictionKindWords) as FrictionKind[];
const untyped = { taskId: "", stepId: "", kind: "struggle" as FrictionKind, statement: "", toldBy: "" };

type AddPointProps = { roles: WorkChoices["roles"]; roleId: string | null };

/** Enters what interviews told: where people struggle, escalate or make avoidable errors. */
export function AddPoint({ roles, roleId }: AddPointProps) {
  const options = (none: string, rows: readonly { id: string; name: string }[]) => [
    { value: "", label: none },
    ...rows.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <DialogForm
      title="Add a friction point"
      description="The exact moment where people struggle, escalate or make avoidable errors, as those who do the work tell it."
      trigger={(opening) => (
        <Button look="primary" {...opening}>
          Add from an interview
        </Button>
      )}
      initial={{ ...untyped, roleId: roleId ?? "" }}
      submit="Add the friction point"
      send={({ taskId, stepId, toldBy, ...rest }, entryId) =>
        addFrictionAction({
          entryId,
          ...rest,
          taskId: taskId || null,
          stepId: stepId || null,
          toldBy: toldBy === "" ? 0 : Number(toldBy),
        })
      }
      done={() => ["Friction point added"]}
    >
      {({ typed, set, control, errors }) => {
        const role = roles.find(({ id }) => id === typed.roleId);
        return (
          <>
            <Field label="Role" required error={errors.roleId}>
              <Select
                value={typed.roleId}
                options={options("Choose a role", roles)}
                onChange={(change) => set({ roleId: change.target.value, taskId: "", stepId: "" })}
              />
            </Field>
            <Field label="Task" error={errors.taskId}>
              <Select options={options("None in particular", role?.tasks ?? [])} {...control("taskId")} />
            </Field>
            {role && role.steps.length > 0 ? (
              <Field label="Step of a workflow" error={errors.stepId}>
                <Select options={options("No step", role.steps)} {...control("stepId")} />
              </Field>
            ) : null}
            <Field label="Kind" required error={errors.kind}>
              <Select
                options={kinds.map((value) => ({ value, label: frictionKindWords[value] }))}
                {...control("kind")}
              />
            </Field>
            <Field
              label="Where it goes wrong"
              required
              error={errors.statement}
              hint="Others will read it; nothing about single people"
            >
              <Textarea {...control("statement")} />
            </Field>
            <Field label="People who told it" required error={errors.toldBy}>
              <Input type="number" inputMode="numeric" min={1} {...control("toldBy")} />
            </Field>
          </>
        );
      }}
    </DialogForm>
  );
}
