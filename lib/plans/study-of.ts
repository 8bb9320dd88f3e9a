import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { initiatives } from "@/db/schema/initiatives";
import { type Plan, readPlan } from "@/lib/evaluation/plan";
import type { Study } from "@/lib/intake/study/study";

/** A plan as study.json would say it. */
export function studyOf(plan: Plan): Study {
  return {
    initiative: plan.code,
    title: plan.title,
    summary: plan.summary,
    note: plan.note,
    design: plan.design,
    primary_kpi: plan.primary?.code ?? "",
    secondary_kpis: plan.secondaries.map(({ code }) => code),
    placebo_kpis: plan.placebos.length > 0 ? plan.placebos.map(({ code }) => code) : null,
    hypothesis: plan.hypothesis,
    exclusions: plan.exclusions.length > 0 ? plan.exclusions : null,
    unit_of_analysis: plan.unitOfAnalysis,
    cluster: plan.cluster,
    period: plan.period,
    baseline: spanOf(plan.baseline),
    follow_up: spanOf(plan.followUp),
    allocation: plan.allocation,
    control: plan.control,
    covariates: plan.covariates,
    transform: plan.transform,
    confidence: plan.confidence,
    seed: plan.seed,
    registered_at: plan.registeredAt,
    chain: plan.chain,
  };
}

const spanOf = ({ from, to }: Plan["baseline"]) => (from !== null && to !== null ? { from, to } : null);

/** The plan of an initiative, which nobody else changes until the transaction ends; null where this organisation has none of that id. */
export async function lockPlan(tx: Tx, initiativeId: string): Promise<Plan | null> {
  await tx.select({ id: initiatives.id }).from(initiatives).where(eq(initiatives.id, initiativeId)).for("update");
  return readPlan(tx, initiativeId);
}
