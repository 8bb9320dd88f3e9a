import "server-only";
import { eq } from "drizzle-orm";
import { initiatives } from "@/db/schema/initiatives";
import type { Entry } from "@/lib/entry";
import { DomainError } from "@/lib/errors";
import { planHash } from "@/lib/intake/study/plan-hash";
import { findEntry, keptOtherwise, withEntryId } from "@/lib/server/find-entry";
import { parseOrThrow } from "@/lib/server/public-error";
import { command } from "@/lib/server/tenant-access";
import { changedPlan, planColumns, writeKpis } from "./changed-plan";
import { type ExplorePlan, explorePlanInput } from "./plan-input";
import { lockPlan } from "./study-of";

/**
 * Looks at an initiative's people again, otherwise than was registered: a copy of the plan with changes, dated today, whose result never
 * replaces the registered one and, being written after the fact, is graded C at best. The same sent again is made once. Throws `not-found`;
 * `invalid-input` and `conflict` as `amendPlan`.
 * @returns the id of the exploration
 */
export const explorePlan = command(
  "plan.explore",
  async (tx, raw: Entry<ExplorePlan>, viewer, trace): Promise<{ id: string }> => {
    const { entryId, initiativeId, reason, changes } = parseOrThrow(explorePlanInput, withEntryId(raw));
    const plan = await lockPlan(tx, initiativeId);
    if (!plan) throw new DomainError("not-found", "There is no such initiative");
    if (plan.draft) throw new DomainError("conflict", "This is a draft: change it, there is nothing to explore yet");
    const changed = await changedPlan(tx, plan, changes);
    const { orgId } = viewer;
    const explores = plan.peopleOf;
    const hashOf = (title: string, registeredAt: string) =>
      planHash({ ...changed.after, title, registered_at: registeredAt });
    const entry = { id: entryId, explores, summary: reason };
    const kept = await findEntry(tx, viewer, trace, { table: initiatives, madeBy: "createdBy", entry });
    if (kept) {
      if (kept.planHash !== hashOf(kept.title, kept.registeredAt ?? "")) throw keptOtherwise();
      return { id: kept.id };
    }
    // Explorations of one plan are numbered one after the other, from wherever they are made.
    if (explores !== plan.id) await lockPlan(tx, explores);
    const number = 1 + (await tx.$count(initiatives, eq(initiatives.explores, explores)));
    const [original] = await tx.select().from(initiatives).where(eq(initiatives.id, explores));
    if (!original) throw new Error("What is explored has gone");
    const { createdAt: _, batchId: __, ...copied } = original;
    const registeredAt = new Date().toISOString().slice(0, 10);
    const title = `${original.title} (exploration ${number})`;
    const [made] = await tx
      .insert(initiatives)
      .values({
        ...copied,
        ...planColumns(changed),
        ...entry,
        planHash: hashOf(title, registeredAt),
        code: `${original.code}~${number}`,
        title,
        note: null,
        registeredAt,
        registeredBy: viewer.userId,
        createdBy: viewer.userId,
        plannedPower: null,
        batchId: null,
      })
      .returning({ id: initiatives.id });
    if (!made) throw new Error("The exploration was not written");
    await writeKpis(tx, orgId, made.id, changed);
    trace.subject = initiativeId;
    trace.detail = { exploration: made.id, plan: changed.hashAfter };
    return made;
  },
);
