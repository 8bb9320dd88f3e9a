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
import { addFrictionAction } from "@/lib/work/actions";
import { type FrictionKind, frictionKindWords } from "@/lib/work/friction/kinds";
import type { WorkChoices } from "@/lib/work/read-work-choices";

const kinds = Object.keys(frictionKindWords) as FrictionKind[];
const untyped = { taskId: "", stepId: "", kind: "struggle" as FrictionKind, statement: "", toldBy: "" };

type AddPointProps = { roles: WorkChoices["roles"]; roleId: string | null };

/** Enters what interviews told: where people struggle, escalate or make avoidable errors. */
export function AddPoint({ roles, roleId }: AddPointProps) {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState({ ...untyped, roleId: roleId ?? "" });
  const { submit, pending, message, fields } = useSaving(addFrictionAction, () => {
    setTyped({ ...untyped, roleId: typed.roleId });
    setOpen(false);
    announce("Friction point added");
  });
  const role = roles.find(({ id }) => id === typed.roleId);
  const options = (none: string, rows: readonly { id: string; name: string }[]) => [
    { value: "", label: none },
    ...rows.map(({ id, name }) => ({ value: id, label: name })),
  ];
  const field = (name: "taskId" | "stepId" | "statement" | "toldBy") => ({
    value: typed[name],
    onChange: (change: { target: { value: string } }) => setTyped({ ...typed, [name]: change.target.value }),
  });
  return (
    <Dialog
      title="Add a friction point"
      description="The exact moment where people struggle, escalate or make avoidable errors, as those who do the work tell it."
      open={open}
      onOpenChange={setOpen}
      trigger={(opening) => (
        <Button look="primary" {...opening}>
          Add from an interview
        </Button>
      )}
    >
      <form
        noValidate
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          const { taskId, stepId, toldBy, ...rest } = typed;
          submit({
            ...rest,
            taskId: taskId || null,
            stepId: stepId || null,
            toldBy: toldBy === "" ? 0 : Number(toldBy),
          });
        }}
      >
        <Field label="Role" required error={fields.roleId}>
          <Select
            value={typed.roleId}
            options={options("Choose a role", roles)}
            onChange={(change) => setTyped({ ...typed, roleId: change.target.value, taskId: "", stepId: "" })}
          />
        </Field>
        <Field label="Task" error={fields.taskId}>
          <Select options={options("None in particular", role?.tasks ?? [])} {...field("taskId")} />
        </Field>
        {role && role.steps.length > 0 ? (
          <Field label="Step of a workflow" error={fields.stepId}>
            <Select options={options("No step", role.steps)} {...field("stepId")} />
          </Field>
        ) : null}
        <Field label="Kind" required error={fields.kind}>
          <Select
            options={kinds.map((value) => ({ value, label: frictionKindWords[value] }))}
            value={typed.kind}
            onChange={(change) =>
              setTyped({ ...typed, kind: kinds.find((kind) => kind === change.target.value) ?? "struggle" })
            }
          />
        </Field>
        <Field
          label="Where it goes wrong"
          required
          error={fields.statement}
          hint="Others will read it; nothing about single people"
        >
          <Textarea {...field("statement")} />
        </Field>
        <Field label="People who told it" required error={fields.toldBy}>
          <Input type="number" inputMode="numeric" min={1} {...field("toldBy")} />
        </Field>
        <SaveError message={message} />
        <Button look="primary" type="submit" pending={pending}>
          Add the friction point
        </Button>
      </form>
    </Dialog>
  );
}
