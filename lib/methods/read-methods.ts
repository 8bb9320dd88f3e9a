import "server-only";
import { asc } from "drizzle-orm";
import { kpis } from "@/db/schema/work";
import { dictionary } from "@/lib/metrics/dictionary";
import { kpiMetric } from "@/lib/metrics/kpi-metrics";
import type { Metric } from "@/lib/metrics/metric";
import { query } from "@/lib/server/tenant-access";
import { type Estimator, estimators } from "./estimators";

/** A metric as it is described, without the SQL that computes it. */
export type MetricDescription = Omit<Metric, "numerator" | "denominator" | "remembers"> & {
  numerator: string;
  denominator: string;
};

export type Methods = { metrics: MetricDescription[]; estimators: readonly Estimator[] };

/** How every number is computed: the metrics the product knows, those of the organisation's own KPIs, and the estimators. */
export const readMethods = query("methods.read", async (tx, _: null): Promise<Methods> => {
  const own = await tx.select().from(kpis).orderBy(asc(kpis.name));
  return { metrics: [...dictionary, ...own.map(kpiMetric)].map(describe), estimators };
});

function describe({ numerator, denominator, remembers: _, ...metric }: Metric): MetricDescription {
  return { ...metric, numerator: numerator.words, denominator: denominator.words };
}
