import "server-only";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { kpis } from "@/db/schema/work";
import { metricById } from "./dictionary";
import { kpiMetric } from "./kpi-metrics";
import type { Metric } from "./metric";

/** A figure of the dictionary, or `kpi:` and the id of an imported KPI; null where this organisation has none of that id. */
export async function findMetric(tx: Tx, orgId: string, id: string): Promise<Metric | null> {
  if (!id.startsWith("kpi:")) return metricById(id) ?? null;
  const kpiId = z.uuid().safeParse(id.slice(4));
  if (!kpiId.success) return null;
  const [kpi] = await tx
    .select()
    .from(kpis)
    .where(and(eq(kpis.orgId, orgId), eq(kpis.id, kpiId.data)));
  return kpi ? kpiMetric(kpi) : null;
}
