import "server-only";
import { asc, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { initiativeKpis, initiatives } from "@/db/schema/initiatives";
import { kpis } from "@/db/schema/work";
import type { Study } from "@/lib/intake/study/study";

/** The plan of an initiative as study.json would say it; null where this organisation has none of that id. Locks it until the transaction ends. */
export async function studyOf(tx: Tx, initiativeId: string): Promise<{ study: Study; planHash: string } | null> {
  const [row] = await tx.select().from(initiatives).where(eq(initiatives.id, initiativeId)).for("update");
  if (!row) return null;
  const named = await tx
    .select({ code: kpis.code, role: initiativeKpis.role })
    .from(initiativeKpis)
    .innerJoin(kpis, sql`${kpis.orgId} = ${initiativeKpis.orgId} and ${kpis.id} = ${initiativeKpis.kpiId}`)
    .where(eq(initiativeKpis.initiativeId, initiativeId))
    .orderBy(asc(kpis.code));
  const study: Study = {
    initiative: row.code,
    title: row.title,
    summary: row.summary,
    note: row.note,
    design: row.design,
    primary_kpi: named.find(({ role }) => role === "primary")?.code ?? "",
    secondary_kpis: named.filter(({ role }) => role === "secondary").map(({ code }) => code),
    unit_of_analysis: row.unitOfAnalysis,
    cluster: row.cluster,
    period: row.period,
    baseline: spanOf(row.baselineFrom, row.baselineTo),
    follow_up: spanOf(row.followUpFrom, row.followUpTo),
    allocation: row.allocation,
    control: row.control,
    covariates: row.covariates,
    transform: row.transform,
    confidence: row.confidence,
    seed: row.seed,
    registered_at: row.registeredAt,
    chain: row.chain,
  };
  return { study, planHash: row.planHash };
}

const spanOf = (from: string | null, to: string | null) => (from !== null && to !== null ? { from, to } : null);
