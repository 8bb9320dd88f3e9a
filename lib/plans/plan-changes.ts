import { exclusionWords } from "@/lib/evaluation/exclusion-words";

/** One part of a plan that an amendment changed, in words. */
export type Change = { what: string; from: string; to: string };

const labels: Record<string, string> = {
  primary_kpi: "Primary KPI",
  secondary_kpis: "Secondary KPIs",
  placebo_kpis: "Placebo KPIs",
  hypothesis: "Hypothesis",
  exclusions: "Left out",
  baseline: "Baseline",
  follow_up: "Follow-up",
  covariates: "Covariates",
};

type Plan = Record<string, unknown>;

/** What differs between two plans as study.json says them; `names` of KPIs by code. */
export function changesBetween(before: Plan, after: Plan, names: ReadonlyMap<string, string>): Change[] {
  return Object.entries(labels).flatMap(([key, what]) => {
    const [from, to] = [wordsOf(before[key], names), wordsOf(after[key], names)].map((words) =>
      key === "hypothesis" && words === "none" ? "better" : words,
    );
    return from === undefined || to === undefined || from === to ? [] : [{ what, from, to }];
  });
}

function wordsOf(value: unknown, names: ReadonlyMap<string, string>): string {
  if (value === null || value === undefined) return "none";
  if (Array.isArray(value))
    return value.length === 0
      ? "none"
      : value
          .map((item) => itemWords(item, names))
          .sort()
          .join(", ");
  if (typeof value === "object" && "margin" in value) return `not worse by more than ${value.margin}`;
  if (typeof value === "object" && "from" in value && "to" in value) return `${value.from} to ${value.to}`;
  return names.get(String(value)) ?? String(value);
}

/** A code, or a rule of whom to leave out. */
function itemWords(item: unknown, names: ReadonlyMap<string, string>): string {
  if (typeof item !== "object" || item === null || !("column" in item)) return names.get(String(item)) ?? String(item);
  return `${item.column} ${exclusionWords({ ...item })}`;
}
