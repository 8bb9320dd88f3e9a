import { activityMetrics } from "./activity-metrics";
import { adoptionMetrics } from "./adoption-metrics";
import type { Metric } from "./metric";
import { operationalMetrics } from "./operational-metrics";
import { skillMetrics } from "./skill-metrics";
import { talentMetrics } from "./talent-metrics";

/**
 * Every figure the scorecard knows by itself, in the order it shows them. Imported KPIs join it at run time as `kpi:<id>`
 * (`kpi-metrics.ts`).
 */
export const dictionary: readonly Metric[] = [
  ...adoptionMetrics,
  ...skillMetrics,
  ...operationalMetrics,
  ...talentMetrics,
  ...activityMetrics,
];

const byId = new Map(dictionary.map((metric) => [metric.id, metric]));

export function metricById(id: string): Metric | undefined {
  return byId.get(id);
}

/** The metrics kept in metric_cells: all but medians, which do not add up. */
export const summable: readonly Metric[] = dictionary.filter((metric) => metric.kind !== "median");
