import type { Formats } from "@/lib/format/formats";
import { type SignalDefinition, workMeasures } from "./definition";

export type SignalNames = {
  tasks: ReadonlyMap<string, string>;
  kpis: ReadonlyMap<string, { name: string; unit: string | null }>;
};

/** `When “right first time” over the last 20 jobs of Set up is 95% or more, then level 4; 85% or more, level 3; otherwise level 2.` */
export function signalSentence(definition: SignalDefinition, names: SignalNames, formats: Formats): string {
  const { side, bands, otherwise, least } = definition;
  const than = side === "above" ? "or more" : "or less";
  const steps = bands.map(
    ({ at, level }, index) =>
      `${valueText(at, definition, names, formats)} ${than}, ${index === 0 ? "then " : ""}level ${level}`,
  );
  const what = definition.source === "work" ? "jobs" : "values";
  return `When ${subject(definition, names)} is ${steps.join("; ")}; otherwise level ${otherwise}. Not with fewer than ${least} ${what}.`;
}

function subject(definition: SignalDefinition, names: SignalNames): string {
  if (definition.source === "kpi") {
    const name = names.kpis.get(definition.kpiId)?.name ?? "a KPI that is gone";
    return `${name} over ${definition.months === 1 ? "the month" : `the last ${definition.months} months`}`;
  }
  const tasks = definition.taskIds.map((id) => names.tasks.get(id) ?? "a task that is gone").join(" or ");
  const { window } = definition;
  const over = window.by === "jobs" ? `the last ${window.jobs} jobs` : `the jobs of the last ${window.days} days`;
  return `“${workMeasures[definition.measure].label}” over ${over} of ${tasks}`;
}

function valueText(value: number, definition: SignalDefinition, names: SignalNames, formats: Formats): string {
  if (definition.source === "kpi") {
    const unit = names.kpis.get(definition.kpiId)?.unit ?? "";
    return unit === "share" ? formats.percent(value) : `${formats.number(value)} ${unit}`.trim();
  }
  const { unit } = workMeasures[definition.measure];
  if (unit === "share") return formats.percent(value, { decimals: 0 });
  return unit === "minutes" ? `${formats.number(value)} minutes` : formats.number(value);
}
