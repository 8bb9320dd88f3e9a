import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { programmeItems, programmeReviews, programmes } from "@/db/schema/programmes";
import { daysBetween } from "@/lib/days";
import { DomainError } from "@/lib/errors";
import { parseOrThrow } from "@/lib/server/public-error";
import { command } from "@/lib/server/tenant-access";
import { lockProgramme, requirePlan, requireScope, requireUser } from "./own-programme";
import {
  type ChangeProgramme,
  changeProgrammeInput,
  type StartProgramme,
  startProgrammeInput,
} from "./programme-input";
import { plannedItems, plannedReviews } from "./template";

/**
 * Begins the ninety days of an initiative: one workflow whose pain can be counted, the steps everybody is given, the monthly reviews, and the
 * measurements after half a year and a year. Throws `not-found`, `invalid-input` by field (a workflow in which nothing is counted among them)
 * and `conflict` where it has begun already.
 */
export const startProgramme = command(
  "programme.edit",
  async (tx, raw: StartProgramme, { orgId, userId }, trace): Promise<void> => {
    const input = parseOrThrow(startProgrammeInput, raw);
    const { initiativeId, startsOn, workflowId, leadId } = input;
    const plan = await requirePlan(tx, initiativeId);
    await requireScope(tx, plan, workflowId);
    await requireUser(tx, orgId, "leadId", leadId);
    const begun = await tx
      .insert(programmes)
      .values({ ...input, orgId, createdBy: userId })
      .onConflictDoNothing()
      .returning({ id: programmes.initiativeId });
    if (begun.length === 0) throw new DomainError("conflict", "Its ninety days have been begun already. Look again");
    const own = { orgId, initiativeId, createdBy: userId };
    // A follow-up that somebody has settled before stays as it is.
    const kept = await tx
      .select({ key: programmeItems.key })
      .from(programmeItems)
      .where(and(eq(programmeItems.orgId, orgId), eq(programmeItems.initiativeId, initiativeId)));
    const missing = plannedItems(startsOn).filter(({ key }) => !kept.some((one) => one.key === key));
    await tx.insert(programmeItems).values(missing.map((item) => ({ ...item, ...own })));
    await tx.insert(programmeReviews).values(plannedReviews(startsOn).map((review) => ({ ...review, ...own })));
    trace.subject = initiativeId;
    trace.detail = { change: "begun", starts: startsOn, workflow: workflowId };
  },
);

/**
 * Changes workflow, pain, lead or first day; what is open moves with the first day. Throws as `startProgramme`, and `conflict` where somebody
 * changed it since it was seen.
 */
export const changeProgramme = command(
  "programme.edit",
  async (tx, raw: ChangeProgramme, { orgId }, trace): Promise<void> => {
    const { initiativeId, was, ...next } = parseOrThrow(changeProgrammeInput, raw);
    const found = await lockProgramme(tx, orgId, initiativeId);
    const { startsOn, workflowId, leadId, pain } = found;
    const isAsSeen =
      was.startsOn === startsOn && was.workflowId === workflowId && was.leadId === leadId && was.pain === pain;
    if (!isAsSeen) {
      throw new DomainError("conflict", "Somebody else has just changed this. Look again; nothing was changed");
    }
    await requireScope(tx, await requirePlan(tx, initiativeId), next.workflowId);
    if (next.leadId !== leadId) await requireUser(tx, orgId, "leadId", next.leadId);
    await tx
      .update(programmes)
      .set(next)
      .where(and(eq(programmes.orgId, orgId), eq(programmes.initiativeId, initiativeId)));
    const moved = daysBetween(startsOn, next.startsOn);
    if (moved !== 0) {
      await tx
        .update(programmeItems)
        .set({ dueOn: sql`${programmeItems.dueOn} + ${moved}::int`, revision: sql`${programmeItems.revision} + 1` })
        .where(
          and(
            eq(programmeItems.orgId, orgId),
            eq(programmeItems.initiativeId, initiativeId),
            eq(programmeItems.state, "open"),
          ),
        );
      await tx
        .update(programmeReviews)
        .set({ dueOn: sql`${programmeReviews.dueOn} + ${moved}::int`, revision: sql`${programmeReviews.revision} + 1` })
        .where(
          and(
            eq(programmeReviews.orgId, orgId),
            eq(programmeReviews.initiativeId, initiativeId),
            isNull(programmeReviews.heldOn),
          ),
        );
    }
    trace.subject = initiativeId;
    trace.detail = { change: "changed", starts: next.startsOn, workflow: next.workflowId };
  },
);
