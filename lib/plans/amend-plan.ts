import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { initiativeKpis, initiatives, planAmendments } from "@/db/schema/initiatives";
import { kpis } from "@/db/schema/work";
import { DomainError } from "@/lib/errors";
import { planHash } from "@/lib/intake/study/plan-hash";
import { type Study, studySchema } from "@/lib/intake/study/study";
import { parseOrThrow } from "@/lib/server/public-error";
import { command } from "@/lib/server/tenant-access";
import { type AmendPlan, amendPlanInput } from "./amend-input";
import { studyOf } from "./study-of";

/**
 * Changes a plan in the open: what it was stays on file with day, person and reason, and every result from then on shows the amendment.
 * Results of the plan as it was are kept. Throws `not-found`; `invalid-input` on an unknown KPI or windows that cannot be; `conflict`
 * where nothing would change.
 * @returns the number of the amendment, from 1
 */
export const amendPlan = command(
  "plan.amend",
  async (tx, raw: AmendPlan, viewer, trace): Promise<{ number: number }> => {
    const { initiativeId, reason, changes } = parseOrThrow(amendPlanInput, raw);
    const found = await studyOf(tx, initiativeId);
    if (!found) throw new DomainError("not-found", "There is no such initiative");
    const { study: before, planHash: hashBefore } = found;
    const after: Study = parseOrThrow(studySchema, { ...before, ...changes });
    after.secondary_kpis = [...new Set(after.secondary_kpis)].filter((code) => code !== after.primary_kpi).sort();
    const hashAfter = planHash(after);
    if (hashAfter === planHash(before))
      throw new DomainError("conflict", "This is the plan as it is: nothing would change");
    const ids = await kpiIds(tx, after);

    const known = and(eq(planAmendments.orgId, viewer.orgId), eq(planAmendments.initiativeId, initiativeId));
    const number = 1 + (await tx.$count(planAmendments, known));
    await tx.insert(planAmendments).values({
      orgId: viewer.orgId,
      initiativeId,
      number,
      amendedBy: viewer.userId,
      reason,
      before,
      after,
      hashBefore,
      hashAfter,
    });
    await write(tx, { orgId: viewer.orgId, initiativeId, after, hashAfter, ids });
    trace.subject = initiativeId;
    trace.detail = { number, from: hashBefore, to: hashAfter };
    return { number };
  },
);

async function kpiIds(tx: Tx, study: Study): Promise<Map<string, string>> {
  const codes = [study.primary_kpi, ...study.secondary_kpis];
  const rows = await tx.select({ id: kpis.id, code: kpis.code }).from(kpis).where(inArray(kpis.code, codes));
  const ids = new Map(rows.map(({ id, code }) => [code, id]));
  const fields: Record<string, string[]> = {};
  if (!ids.has(study.primary_kpi)) fields.primary_kpi = ["No KPI is called this"];
  const unknown = study.secondary_kpis.filter((code) => !ids.has(code));
  if (unknown.length > 0) fields.secondary_kpis = [`No KPI is called ${unknown.join(", ")}`];
  if (Object.keys(fields).length > 0) throw new DomainError("invalid-input", "A KPI of the plan is unknown", fields);
  return ids;
}

type Amended = { orgId: string; initiativeId: string; after: Study; hashAfter: string; ids: Map<string, string> };

async function write(tx: Tx, { orgId, initiativeId, after, hashAfter, ids }: Amended): Promise<void> {
  await tx
    .update(initiatives)
    .set({
      baselineFrom: after.baseline?.from ?? null,
      baselineTo: after.baseline?.to ?? null,
      followUpFrom: after.follow_up?.from ?? null,
      followUpTo: after.follow_up?.to ?? null,
      covariates: after.covariates,
      planHash: hashAfter,
    })
    .where(eq(initiatives.id, initiativeId));
  await tx.delete(initiativeKpis).where(eq(initiativeKpis.initiativeId, initiativeId));
  const roles = [
    { code: after.primary_kpi, role: "primary" as const },
    ...after.secondary_kpis.map((code) => ({ code, role: "secondary" as const })),
  ];
  await tx
    .insert(initiativeKpis)
    .values(roles.map(({ code, role }) => ({ orgId, initiativeId, kpiId: ids.get(code) ?? sql`null`, role })));
}
