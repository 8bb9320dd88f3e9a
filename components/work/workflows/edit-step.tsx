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
import { saveStepAction } from "@/lib/work/actions";
import type { WorkChoices } from "@/lib/work/read-work-choices";
import type { Step } from "@/lib/work/workflows/input";

type EditStepProps = {
  workflowId: string;
  /** The step to change; none adds one at the end. */
  step?: Step & { id: string };
  roles: WorkChoices["roles"];
  kpis: WorkChoices["kpis"];
};

const stepOf = (step: Step): Step => ({
  name: step.name,
  taskId: step.taskId,
  goodPath: step.goodPath,
  failurePath: step.failurePath,
  decisionQuality: step.decisionQuality,
  handsToRoleId: step.handsToRoleId,
  statedDelayHours: step.statedDelayHours,
  kpiId: step.kpiId,
});
const typedOf = (step: Step | undefined) => ({
  name: step?.name ?? "",
  taskId: step?.taskId ?? "",
  goodPath: step?.goodPath ?? "",
  failurePath: step?.failurePath ?? "",
  decisionQuality: step?.decisionQuality ?? "",
  handsToRoleId: step?.handsToRoleId ?? "",
  statedDelayHours: step?.statedDelayHours?.toString() ?? "",
  kpiId: step?.kpiId ?? "",
});

/** One step of a workflow: what it is, how it goes well and badly, and what comes after it. */
export function EditStep({ workflowId, step, roles, kpis }: EditStepProps) {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState(() => typedOf(step));
  const { submit, pending, message, fields } = useSaving(saveStepAction, () => {
    setOpen(false);
    if (!step) setTyped(typedOf(undefined));
    announce(step ? "Step changed" : "Step added", typed.name);
  });
  const error = (name: keyof typeof typed) => fields[name] ?? fields.step;
  const field = (name: keyof typeof typed) => ({
    value: typed[name],
    onChange: (change: { target: { value: string } }) => setTyped({ ...typed, [name]: change.target.value }),
  });
  const named = (none: string, rows: readonly { id: string; name: string }[]) => [
    { value: "", label: none },
    ...rows.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <Dialog
      title={step ? "Change the step" : "Add a step"}
      open={open}
      onOpenChange={setOpen}
      trigger={(opening) => (
        <Button look={step ? "inline" : "secondary"} aria-label={step ? `Change ${step.name}` : undefined} {...opening}>
          {step ? "Change" : "Add a step"}
        </Button>
      )}
    >
      <form
        noValidate
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          const { name, statedDelayHours, ...rest } = typed;
          const orNull = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, value || null]));
          submit({
            workflowId,
            stepId: step?.id ?? null,
            was: step ? stepOf(step) : null,
            step: {
              ...(orNull as Record<keyof typeof rest, string | null>),
              name,
              statedDelayHours: statedDelayHours === "" ? null : Number(statedDelayHours),
            },
          });
        }}
      >
        <Field label="Step" required error={error("name")}>
          <Input autoComplete="off" {...field("name")} />
        </Field>
        <Field label="Task whose work events tell how it goes" error={error("taskId")}>
          <Select
            options={[
              { value: "", label: "None" },
              ...roles
                .filter(({ tasks }) => tasks.length > 0)
                .map(({ name, tasks }) => ({
                  label: name,
                  options: tasks.map((task) => ({ value: task.id, label: task.name })),
                })),
            ]}
            {...field("taskId")}
          />
        </Field>
        <Field label="Good path" error={error("goodPath")}>
          <Textarea {...field("goodPath")} />
        </Field>
        <Field label="Failure path" error={error("failurePath")}>
          <Textarea {...field("failurePath")} />
        </Field>
        <Field
          label="Expected decision quality"
          error={error("decisionQuality")}
          hint="What a good decision looks like here"
        >
          <Textarea {...field("decisionQuality")} />
        </Field>
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label="Hands over to" error={error("handsToRoleId")}>
            <Select options={named("It stays", roles)} {...field("handsToRoleId")} />
          </Field>
          <Field
            label="Hours until the next step"
            error={error("statedDelayHours")}
            hint="As people say; cases show what it is"
          >
            <Input type="number" inputMode="decimal" min={0} step="any" {...field("statedDelayHours")} />
          </Field>
        </div>
        <Field label="KPI this step decides" error={error("kpiId")}>
          <Select options={named("None", kpis)} {...field("kpiId")} />
        </Field>
        <SaveError message={message} />
        <Button look="primary" type="submit" pending={pending}>
          {step ? "Save the step" : "Add the step"}
        </Button>
      </form>
    </Dialog>
  );
}
