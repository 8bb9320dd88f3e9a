/** One part of a plan that an amendment changed, in words. */
export type Change = { what: string; from: string; to: string };

const labels: Record<string, string> = {
  primary_kpi: "Primary KPI",
  secondary_kpis: "Secondary KPIs",
  baseline: "Baseline",
  follow_up: "Follow-up",
  covariates: "Covariates",
};

type Plan = Record<string, unknown>;

/** What differs between two plans as study.json says them. */
export function changesBetween(before: Plan, after: Plan): Change[] {
  return Object.entries(labels).flatMap(([key, what]) => {
    const [from, to] = [wordsOf(before[key]), wordsOf(after[key])];
    return from === to ? [] : [{ what, from, to }];
  });
}

function wordsOf(value: unknown): string {
  if (value === null || value === undefined) return "none";
  if (Array.isArray(value)) return value.length === 0 ? "none" : [...value].sort().join(", ");
  if (typeof value === "object" && "from" in value && "to" in value) return `${value.from} to ${value.to}`;
  return String(value);
}
