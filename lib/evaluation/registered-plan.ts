import { asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { kpiRoles } from "@/db/schema/plan-terms";
import { planAmendments } from "@/db/schema/plans";
import { kpis } from "@/db/schema/work";
import { type Study, studySchema } from "@/lib/intake/study/study";
import { kpiColumns, type Plan, type PlanKpi } from "./plan";

/** The plan as it was before its first amendment, with its hash; null where it was never amended, or a KPI it named has gone. */
export async function registeredPlan(tx: Tx, plan: Plan): Promise<Plan | null> {
  const [first] = await tx
    .select({ before: planAmendments.before, hash: planAmendments.hashBefore })
    .from(planAmendments)
    .where(eq(planAmendments.initiativeId, plan.id))
    .orderBy(asc(planAmendments.number))
    .limit(1);
  if (!first) return null;
  const study: Study = studySchema.parse(first.before);
  const known = await tx.select(kpiColumns).from(kpis).where(eq(kpis.orgId, plan.orgId)).orderBy(asc(kpis.code));
  const named = (codes: readonly string[], role: (typeof kpiRoles)[number]): PlanKpi[] =>
    known.filter(({ code }) => codes.includes(code)).map((kpi) => ({ ...kpi, role }));
  const { primary_kpi, secondary_kpis, placebo_kpis } = study;
  const codes = [primary_kpi, ...secondary_kpis, ...(placebo_kpis ?? [])];
  const [primary] = named([primary_kpi], "primary");
  if (!primary || !codes.every((code) => known.some((kpi) => kpi.code === code))) return null;
  return {
    ...plan,
    baseline: { from: study.baseline?.from ?? null, to: study.baseline?.to ?? null },
    followUp: { from: study.follow_up?.from ?? null, to: study.follow_up?.to ?? null },
    covariates: study.covariates,
    hypothesis: study.hypothesis,
    exclusions: study.exclusions ?? [],
    primary,
    secondaries: named(secondary_kpis, "secondary"),
    placebos: named(placebo_kpis ?? [], "placebo"),
    planHash: first.hash,
  };
}
