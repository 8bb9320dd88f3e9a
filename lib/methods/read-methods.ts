import "server-only";
import { asc, eq } from "drizzle-orm";
import { kpis } from "@/db/schema/work";
import { dictionary } from "@/lib/metrics/dictionary";
import { kpiMetric } from "@/lib/metrics/kpi-metrics";
import type { Metric } from "@/lib/metrics/metric";
import { query } from "@/lib/server/tenant-access";
import { type Estimator, estimators, type Purpose, purposes } from "./estimators";
import { evidenceOf, type MethodEvidence } from "./method-evidence";

/** A metric as it is described, without the SQL that computes it. */
export type MetricDescription = Omit<Metric, "numerator" | "denominator" | "remembers"> & {
  numerator: string;
  denominator: string;
};

/** An estimator with what is known of it: how far it agrees with another program, how often its interval held. */
export type EstimatorDescription = Estimator & MethodEvidence & { purpose: string };

export type Methods = { metrics: MetricDescription[]; estimators: readonly EstimatorDescription[] };

/** How every number is computed: the metrics the product knows, those of the organisation's own KPIs, and the estimators. */
export const readMethods = query("methods.read", async (tx, _: null, { orgId }): Promise<Methods> => {
  const own = await tx.select().from(kpis).where(eq(kpis.orgId, orgId)).orderBy(asc(kpis.name));
  return { metrics: [...dictionary, ...own.map(kpiMetric)].map(describe), estimators: estimators.map(withEvidence) };
});

const withEvidence = (estimator: Estimator & { purpose: Purpose }): EstimatorDescription => ({
  ...estimator,
  ...evidenceOf(estimator.id),
  purpose: purposes[estimator.purpose],
});

function describe({ numerator, denominator, remembers: _, ...metric }: Metric): MetricDescription {
  return { ...metric, numerator: numerator.words, denominator: denominator.words };
}
