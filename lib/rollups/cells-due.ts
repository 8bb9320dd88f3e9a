import { summable } from "@/lib/metrics/dictionary";
import type { Metric } from "@/lib/metrics/metric";
import type { Period } from "@/lib/metrics/period";
import { type Source, sourcesOf } from "@/lib/metrics/person-columns";

/** By month, which facts changed in it. */
export type Changes = Map<string, ReadonlySet<Source>>;

export type Due = { metrics: readonly Metric[]; withKpis: boolean };

const sourcesByMetric = new Map(summable.map((metric) => [metric, sourcesOf(metric)]));

/** The periods in which something is to be recomputed, together where it is the same. */
export function cellsDue(periods: readonly Period[], changes: Changes): { due: Due; periods: Period[] }[] {
  const found = new Map<string, { due: Due; periods: Period[] }>();
  for (const period of periods) {
    const due = dueIn(period, changes);
    if (due.metrics.length === 0 && !due.withKpis) continue;
    const name = [...due.metrics.map(({ id }) => id), due.withKpis].join();
    const same = found.get(name) ?? { due, periods: [] };
    same.periods.push(period);
    found.set(name, same);
  }
  return [...found.values()];
}

/**
 * What is to be recomputed in a period: the metrics whose facts changed in it and, of those that look back (skills, certificates,
 * newcomers), the ones whose facts changed before it.
 */
function dueIn(period: Period, changes: Changes): Due {
  const inside = new Set<Source>();
  const before = new Set<Source>();
  for (const [month, sources] of changes) {
    if (month >= period.end) continue;
    for (const source of sources) (month < period.start ? before : inside).add(source);
  }
  const metrics = summable.filter((metric) => {
    const sources = [...(sourcesByMetric.get(metric) ?? [])];
    return sources.some((source) => inside.has(source) || (metric.remembers && before.has(source)));
  });
  return { metrics, withKpis: inside.has("kpi") || inside.has("place") };
}
