import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { initiatives } from "@/db/schema/initiatives";
import { planAmendments } from "@/db/schema/plans";
import { DomainError } from "@/lib/errors";
import type { Plan } from "@/lib/evaluation/plan";
import { parseOrThrow } from "@/lib/server/public-error";
import { command } from "@/lib/server/tenant-access";
import { type ChangedPlan, changedPlan, planColumns, writeKpis } from "./changed-plan";
import { type AmendPlan, amendPlanInput } from "./plan-input";
import { startOf } from "./read-start";
import { lockPlan } from "./study-of";

/**
 * Changes a plan in the open: what it was stays on file with day, person and reason, and every result from then on shows the amendment.
 * Results of the plan as it was are kept. Throws `not-found`; `invalid-input` on an unknown KPI or windows that cannot be; `conflict`
 * where nothing would change, where the plan would lose what it had to name before it started, and on an exploration, which is made anew
 * rather than amended.
 * @returns the number of the amendment, from 1
 */
export const amendPlan = command(
  "plan.amend",
  async (tx, raw: AmendPlan, viewer, trace): Promise<{ number: number }> => {
    const { initiativeId, reason, changes } = parseOrThrow(amendPlanInput, raw);
    const plan = await lockPlan(tx, initiativeId);
    if (!plan) throw new DomainError("not-found", "There is no such initiative");
    if (plan.explores !== null) throw new DomainError("conflict", "This is an exploration. Make another one instead");
    if (plan.draft)
      throw new DomainError("conflict", "This is a draft: nothing was promised yet. Design it anew instead");
    const changed = await changedPlan(tx, plan, changes);
    await requireAnchors(tx, plan, changed);
    const { before, after, hashBefore, hashAfter } = changed;
    const { orgId } = viewer;

    const known = and(eq(planAmendments.orgId, orgId), eq(planAmendments.initiativeId, initiativeId));
    const number = 1 + (await tx.$count(planAmendments, known));
    await tx
      .insert(planAmendments)
      .values({ orgId, initiativeId, number, amendedBy: viewer.userId, reason, before, after, hashBefore, hashAfter });
    await tx.update(initiatives).set(planColumns(changed)).where(eq(initiatives.id, initiativeId));
    await writeKpis(tx, orgId, initiativeId, changed);
    trace.subject = initiativeId;
    trace.detail = { number, from: hashBefore, to: hashAfter };
    return { number };
  },
);

/** An amendment may mend a chain, not break it: what held the plan when it was registered goes on holding it. */
async function requireAnchors(tx: Tx, plan: Plan, { after }: ChangedPlan): Promise<void> {
  const amended = {
    ...plan,
    primary: { code: after.primary_kpi },
    secondaries: after.secondary_kpis.map((code) => ({ code })),
    baseline: { from: after.baseline?.from ?? null, to: after.baseline?.to ?? null },
    followUp: { from: after.follow_up?.from ?? null, to: after.follow_up?.to ?? null },
  };
  const known = new Set((await startOf(tx, plan)).gaps.map(({ what }) => what));
  const lost = (await startOf(tx, amended)).gaps.filter(({ what }) => !known.has(what));
  if (lost.length === 0) return;
  const lacks = lost.map(({ what }) => what.toLowerCase()).join(", ");
  throw new DomainError("conflict", `Amended like this, the plan would lack ${lacks}, and be a content library`);
}
