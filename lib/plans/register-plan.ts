import "server-only";
import { and, eq } from "drizzle-orm";
import { armMembers } from "@/db/schema/arms";
import { decisions } from "@/db/schema/decisions";
import { initiatives } from "@/db/schema/initiatives";
import { DomainError } from "@/lib/errors";
import { freezeCohort } from "@/lib/intake/study/frozen-cohort";
import { planHash } from "@/lib/intake/study/plan-hash";
import { command } from "@/lib/server/tenant-access";
import { startOf } from "./read-start";
import { lockPlan, studyOf } from "./study-of";

/**
 * Registers a draft: from today it is a promise, its hash is kept, its cohort and baseline are frozen, and it changes only by amendments.
 * Throws `not-found`; `conflict` where it is no draft any more, or lacks what an initiative must name before it starts.
 * @returns the hash of the plan as registered
 */
export const registerPlan = command(
  "plan.register",
  async (tx, initiativeId: string, viewer, trace): Promise<{ planHash: string }> => {
    const plan = await lockPlan(tx, initiativeId);
    if (!plan) throw new DomainError("not-found", "There is no such initiative");
    if (!plan.draft) throw new DomainError("conflict", "This plan is registered already");
    const { gaps } = await startOf(tx, plan);
    if (gaps.length > 0) {
      const lacks = gaps.map(({ what }) => what.toLowerCase()).join(", ");
      const anchors = "a skill gap, a business KPI and a measurable change of behaviour";
      throw new DomainError("conflict", `Without ${anchors} this is a content library. It still lacks ${lacks}`);
    }
    const registeredAt = new Date().toISOString().slice(0, 10);
    const hash = planHash({ ...studyOf(plan), registered_at: registeredAt });
    await tx
      .update(initiatives)
      .set({ draft: false, registeredAt, registeredBy: viewer.userId, planHash: hash })
      .where(eq(initiatives.id, initiativeId));
    await freezeCohort(tx, viewer.orgId, initiativeId, viewer.userId);
    trace.subject = initiativeId;
    trace.detail = { plan: hash, registeredAt };
    return { planHash: hash };
  },
);

/** Throws a draft away, with its draw; decisions about it stay in the log. Throws `not-found`, and `conflict` where it is registered. */
export const discardDraft = command("plan.create", async (tx, initiativeId: string, viewer, trace): Promise<void> => {
  const plan = await lockPlan(tx, initiativeId);
  if (!plan) throw new DomainError("not-found", "There is no such initiative");
  if (!plan.draft) throw new DomainError("conflict", "This plan is registered, and that is kept");
  const own = and(eq(armMembers.orgId, viewer.orgId), eq(armMembers.initiativeId, initiativeId));
  await tx.delete(armMembers).where(own);
  // The log keeps what was decided, with the title in its evidence.
  const decided = and(eq(decisions.orgId, viewer.orgId), eq(decisions.initiativeId, initiativeId));
  await tx.update(decisions).set({ initiativeId: null }).where(decided);
  await tx.delete(initiatives).where(eq(initiatives.id, initiativeId));
  trace.subject = initiativeId;
  trace.detail = { discarded: plan.code };
});
