"use client";
import { useState } from "react";
import {
  type SignalDefinition,
  signalDefinition,
  type WorkMeasure,
  workMeasures,
} from "@/lib/evidence/signals/definition";

type Band = { at: string; level: string };
export type TypedSignal = {
  source: "work" | "kpi";
  taskIds: string[];
  measure: WorkMeasure;
  windowBy: "jobs" | "days";
  jobs: string;
  days: string;
  kpiId: string;
  months: string;
  side: "above" | "below";
  bands: Band[];
  otherwise: string;
  least: string;
  since: string;
};

/** Shares are typed in percent. */
export const isShare = ({ source, measure }: Pick<TypedSignal, "source" | "measure">) =>
  source === "work" && workMeasures[measure].unit === "share";

/** A rule as typed: text until it makes sense. */
export function useSignalForm(definition: SignalDefinition | null, since: string) {
  const [typed, setTyped] = useState(() => (definition ? typedOf(definition, since) : freshSignal(since)));
  const [problems, setProblems] = useState<Partial<Record<string, string>>>({});
  const parse = () => signalDefinition.safeParse(definitionOf(typed));

  /** Null where something makes no sense yet, which is then said beside the field. */
  const read = (): SignalDefinition | null => {
    const parsed = parse();
    const found: Partial<Record<string, string>> = {};
    for (const { path, message } of parsed.error?.issues ?? []) found[String(path[0] ?? "")] ??= plain(message);
    setProblems(found);
    return parsed.data ?? null;
  };
  const change = (part: Partial<TypedSignal>) => setTyped((now) => ({ ...now, ...part }));
  return { typed, change, problems, read, current: parse().data ?? null };
}

const plain = (message: string) => (/^(Invalid|Too)/.test(message) ? "Write a number that makes sense here" : message);

function freshSignal(since: string): TypedSignal {
  return {
    source: "work",
    taskIds: [],
    measure: "right_first_time",
    windowBy: "jobs",
    jobs: "20",
    days: "180",
    kpiId: "",
    months: "3",
    side: "above",
    bands: [
      { at: "95", level: "4" },
      { at: "85", level: "3" },
    ],
    otherwise: "2",
    least: "10",
    since,
  };
}

function typedOf(definition: SignalDefinition, since: string): TypedSignal {
  const { side, bands, otherwise, least } = definition;
  const factor = definition.source === "work" && workMeasures[definition.measure].unit === "share" ? 100 : 1;
  const common = {
    side,
    bands: bands.map(({ at, level }) => ({ at: String(Math.round(at * factor * 1e6) / 1e6), level: String(level) })),
    otherwise: String(otherwise),
    least: String(least),
    since,
  };
  if (definition.source === "kpi") {
    return {
      ...freshSignal(since),
      ...common,
      source: "kpi",
      kpiId: definition.kpiId,
      months: String(definition.months),
    };
  }
  const { taskIds, measure, window } = definition;
  return {
    ...freshSignal(since),
    ...common,
    taskIds,
    measure,
    windowBy: window.by,
    ...(window.by === "jobs" ? { jobs: String(window.jobs) } : { days: String(window.days) }),
  };
}

const number = (text: string) => (text.trim() === "" ? Number.NaN : Number(text.trim().replace(",", ".")));

function definitionOf(typed: TypedSignal): unknown {
  const { source, side, bands, otherwise, least, since, taskIds, measure, windowBy, jobs, days, kpiId, months } = typed;
  const factor = isShare(typed) ? 100 : 1;
  const common = {
    side,
    bands: bands.map(({ at, level }) => ({ at: number(at) / factor, level: number(level) })),
    otherwise: number(otherwise),
    least: number(least),
    since,
  };
  if (source === "kpi") return { source, kpiId, months: number(months), ...common };
  const window = windowBy === "jobs" ? { by: windowBy, jobs: number(jobs) } : { by: windowBy, days: number(days) };
  return { source, taskIds, measure, window, ...common };
}
