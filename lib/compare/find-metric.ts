import "server-only";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { kpis } from "@/db/schema/work";
import { metricById } from "@/lib/metrics/dictionary";
import { kpiMetric } from "@/lib/metrics/kpi-metrics";
import type { Metric } from "@/lib/metrics/metric";

export const defaultMetric = "error_rate";

/** A figure of the dictionary, or an imported KPI that people have values of; null where there is none of that id. */
export async function findMetric(tx: Tx, orgId: string, id: string | null): Promise<Metric | null> {
  const wanted = id ?? defaultMetric;
  if (!wanted.startsWith("kpi:")) return metricById(wanted) ?? null;
  const kpiId = z.uuid().safeParse(wanted.slice(4));
  if (!kpiId.success) return null;
  const [kpi] = await tx
    .select()
    .from(kpis)
    .where(and(eq(kpis.orgId, orgId), eq(kpis.id, kpiId.data)));
  return kpi ? kpiMetric(kpi) : null;
}
