"use client";
import { Button } from "@/components/ui/button";
import { DialogForm } from "@/components/ui/dialog-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
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
  const named = (none: string, rows: readonly { id: string; name: string }[]) => [
    { value: "", label: none },
    ...rows.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <DialogForm
      title={step ? "Change the step" : "Add a step"}
      trigger={(opening) => (
        <Button look={step ? "inline" : "secondary"} aria-label={step ? `Change ${step.name}` : undefined} {...opening}>
          {step ? "Change" : "Add a step"}
        </Button>
      )}
      initial={{ ...typedOf(step), was: step ? stepOf(step) : null }}
      submit={step ? "Save the step" : "Add the step"}
      send={({ was, name, statedDelayHours, ...rest }, entryId) => {
        const orNull = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, value || null]));
        return saveStepAction({
          entryId,
          workflowId,
          stepId: step?.id ?? null,
          was,
          step: {
            ...(orNull as Record<keyof typeof rest, string | null>),
            name,
            statedDelayHours: statedDelayHours === "" ? null : Number(statedDelayHours),
          },
        });
      }}
      done={(_, typed) => [step ? "Step changed" : "Step added", typed.name]}
    >
      {({ control, errors }) => (
        <>
          <Field label="Step" required error={errors.name ?? errors.step}>
            <Input autoComplete="off" {...control("name")} />
          </Field>
          <Field label="Task whose work events tell how it goes" error={errors.taskId ?? errors.step}>
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
              {...control("taskId")}
            />
          </Field>
          <Field label="Good path" error={errors.goodPath ?? errors.step}>
            <Textarea {...control("goodPath")} />
          </Field>
          <Field label="Failure path" error={errors.failurePath ?? errors.step}>
            <Textarea {...control("failurePath")} />
          </Field>
          <Field
            label="Expected decision quality"
            error={errors.decisionQuality ?? errors.step}
            hint="What a good decision looks like here"
          >
            <Textarea {...control("decisionQuality")} />
          </Field>
          <div className="grid gap-3 sm:grid-cols-2">
            <Field label="Hands over to" error={errors.handsToRoleId ?? errors.step}>
              <Select options={named("It stays", roles)} {...control("handsToRoleId")} />
            </Field>
            <Field
              label="Hours until the next step"
              error={errors.statedDelayHours ?? errors.step}
              hint="As people say; cases show what it is"
            >
              <Input type="number" inputMode="decimal" min={0} step="any" {...control("statedDelayHours")} />
            </Field>
          </div>
          <Field label="KPI this step decides" error={errors.kpiId ?? errors.step}>
            <Select options={named("None", kpis)} {...control("kpiId")} />
          </Field>
        </>
      )}
    </DialogForm>
  );
}
