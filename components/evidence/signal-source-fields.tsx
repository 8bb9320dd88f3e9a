"use client";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { type WorkMeasure, workMeasures } from "@/lib/evidence/signals/definition";
import type { SignalChoices } from "@/lib/evidence/signals/read-signal-choices";
import type { useSignalForm } from "./use-signal-form";

type SignalSourceFieldsProps = { form: ReturnType<typeof useSignalForm>; choices: SignalChoices };

/** "When ... over ...": what systems recorded, and over how much of it. */
export function SignalSourceFields({ form, choices }: SignalSourceFieldsProps) {
  const { typed, change } = form;
  const choose = (source: string) =>
    change(source === "kpi" ? { source, windowBy: "jobs", least: "3" } : { source: "work", least: "10" });
  return (
    <>
      <Field label="When" hint="Where the rule reads from">
        <Select
          value={typed.source}
          onChange={({ target }) => choose(target.value)}
          options={[
            { value: "work", label: "Jobs that work systems recorded" },
            { value: "kpi", label: "A KPI of the person" },
          ]}
        />
      </Field>
      {typed.source === "work" ? (
        <WorkFields form={form} choices={choices} />
      ) : (
        <KpiFields form={form} choices={choices} />
      )}
    </>
  );
}

function WorkFields({ form: { typed, change, problems }, choices }: SignalSourceFieldsProps) {
  const chosen = typed.taskIds.map((id) => ({
    id,
    name: choices.tasks.find((task) => task.id === id)?.name ?? "A task without jobs",
  }));
  const setMeasure = (measure: WorkMeasure) => {
    const { unit, better } = workMeasures[measure];
    const same = unit === workMeasures[typed.measure].unit;
    change({ measure, side: better, ...(same ? {} : { bands: typed.bands.map(({ level }) => ({ at: "", level })) }) });
  };
  return (
    <>
      <Field label="The measure">
        <Select
          value={typed.measure}
          onChange={({ target }) => setMeasure(target.value as WorkMeasure)}
          options={Object.entries(workMeasures).map(([value, { label }]) => ({
            value,
            label: label.charAt(0).toUpperCase() + label.slice(1),
          }))}
        />
      </Field>
      <Field
        label="Of the task"
        hint="Tasks with jobs in the last six months; several count together"
        error={problems.taskIds}
      >
        <Select
          value=""
          onChange={({ target }) => target.value && change({ taskIds: [...typed.taskIds, target.value] })}
          options={[
            { value: "", label: chosen.length > 0 ? "Add another task" : "Choose a task" },
            ...byRole(choices.tasks.filter(({ id }) => !typed.taskIds.includes(id))),
          ]}
        />
      </Field>
      {chosen.length > 0 ? (
        <ul className="space-y-1 sm:col-span-2">
          {chosen.map(({ id, name }) => (
            <li key={id} className="flex flex-wrap items-baseline gap-x-3">
              <span>{name}</span>
              <Button
                look="inline"
                aria-label={`Remove ${name}`}
                onClick={() => change({ taskIds: typed.taskIds.filter((one) => one !== id) })}
              >
                Remove
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      <Field label="Over">
        <Select
          value={typed.windowBy}
          onChange={({ target }) => change({ windowBy: target.value === "days" ? "days" : "jobs" })}
          options={[
            { value: "jobs", label: "The last jobs, by number" },
            { value: "days", label: "The jobs of the last days" },
          ]}
        />
      </Field>
      {typed.windowBy === "jobs" ? (
        <Field label="Jobs looked at" error={problems.window}>
          <Input inputMode="numeric" value={typed.jobs} onChange={({ target }) => change({ jobs: target.value })} />
        </Field>
      ) : (
        <Field label="Days looked back" error={problems.window}>
          <Input inputMode="numeric" value={typed.days} onChange={({ target }) => change({ days: target.value })} />
        </Field>
      )}
    </>
  );
}

function KpiFields({ form: { typed, change, problems }, choices }: SignalSourceFieldsProps) {
  const choose = (kpiId: string) => {
    const kpi = choices.kpis.find(({ id }) => id === kpiId);
    change({ kpiId, side: kpi?.down ? "below" : "above", bands: typed.bands.map(({ level }) => ({ at: "", level })) });
  };
  return (
    <>
      <Field label="The KPI" error={problems.kpiId} hint="KPIs with values by person">
        <Select
          value={typed.kpiId}
          onChange={({ target }) => choose(target.value)}
          options={[
            { value: "", label: "Choose a KPI" },
            ...choices.kpis.map(({ id, name, unit }) => ({ value: id, label: unit ? `${name} (${unit})` : name })),
          ]}
        />
      </Field>
      <Field label="Over, months" error={problems.months} hint="Up to the month that is rated">
        <Input inputMode="numeric" value={typed.months} onChange={({ target }) => change({ months: target.value })} />
      </Field>
    </>
  );
}

function byRole(tasks: SignalChoices["tasks"]) {
  const roles = new Map<string, { value: string; label: string }[]>();
  for (const { id, name, role } of tasks) {
    const label = role ?? "Tasks of no role";
    roles.set(label, [...(roles.get(label) ?? []), { value: id, label: name }]);
  }
  return [...roles].map(([label, options]) => ({ label, options }));
}
