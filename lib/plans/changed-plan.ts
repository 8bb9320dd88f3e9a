import "server-only";
import { eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { initiativeKpis, type initiatives } from "@/db/schema/initiatives";
import { kpis } from "@/db/schema/work";
import { DomainError } from "@/lib/errors";
import type { Plan } from "@/lib/evaluation/plan";
import { planHash } from "@/lib/intake/study/plan-hash";
import { type Study, studySchema } from "@/lib/intake/study/study";
import { parseOrThrow } from "@/lib/server/public-error";
import type { PlanChanges } from "./plan-input";
import { studyOf } from "./study-of";

type Named = { id: string; role: (typeof initiativeKpis.$inferSelect)["role"] };
export type ChangedPlan = { before: Study; after: Study; hashBefore: string; hashAfter: string; named: Named[] };

/**
 * A plan with changes, checked as a study.json is; nothing is written. Throws `invalid-input` on an unknown KPI or windows that cannot
 * be, and `conflict` where nothing would change.
 */
export async function changedPlan(tx: Tx, plan: Plan, changes: PlanChanges): Promise<ChangedPlan> {
  const before = studyOf(plan);
  const after: Study = parseOrThrow(studySchema, { ...before, ...changes });
  after.secondary_kpis = [...new Set(after.secondary_kpis)].filter((code) => code !== after.primary_kpi).sort();
  const hashAfter = planHash(after);
  if (hashAfter === planHash(before))
    throw new DomainError("conflict", "This is the plan as it is: nothing would change");
  return { before, after, hashBefore: plan.planHash, hashAfter, named: await namedKpis(tx, after) };
}

async function namedKpis(tx: Tx, study: Study): Promise<Named[]> {
  const asked = [
    { field: "primary_kpi", role: "primary" as const, codes: [study.primary_kpi] },
    { field: "secondary_kpis", role: "secondary" as const, codes: study.secondary_kpis },
    { field: "placebo_kpis", role: "placebo" as const, codes: study.placebo_kpis ?? [] },
  ];
  const codes = asked.flatMap((one) => one.codes);
  const rows = await tx.select({ id: kpis.id, code: kpis.code }).from(kpis).where(inArray(kpis.code, codes));
  const ids = new Map(rows.map(({ id, code }) => [code, id]));
  const fields: Record<string, string[]> = {};
  for (const { field, codes: own } of asked) {
    const unknown = own.filter((code) => !ids.has(code));
    if (unknown.length > 0) fields[field] = [`No KPI is called ${unknown.join(", ")}`];
  }
  if (Object.keys(fields).length > 0) throw new DomainError("invalid-input", "A KPI of the plan is unknown", fields);
  return asked.flatMap(({ role, codes: own }) => own.map((code) => ({ id: ids.get(code) ?? "", role })));
}

/** The columns of `initiatives` that a changed plan decides. */
export function planColumns({ after, hashAfter }: ChangedPlan) {
  return {
    baselineFrom: after.baseline?.from ?? null,
    baselineTo: after.baseline?.to ?? null,
    followUpFrom: after.follow_up?.from ?? null,
    followUpTo: after.follow_up?.to ?? null,
    covariates: after.covariates,
    hypothesis: after.hypothesis,
    exclusions: after.exclusions ?? [],
    planHash: hashAfter,
  } satisfies Partial<typeof initiatives.$inferInsert>;
}

/** Makes these the KPIs of an initiative. */
export async function writeKpis(tx: Tx, orgId: string, initiativeId: string, { named }: ChangedPlan): Promise<void> {
  await tx.delete(initiativeKpis).where(eq(initiativeKpis.initiativeId, initiativeId));
  await tx.insert(initiativeKpis).values(named.map(({ id, role }) => ({ orgId, initiativeId, kpiId: id, role })));
}
