import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { activities } from "@/db/schema/learning";
import { contentRevisions } from "@/db/schema/workflows";
import { isChoosable } from "@/lib/access/choosing/is-choosable";
import { DomainError } from "@/lib/errors";
import { parseOrThrow } from "@/lib/server/public-error";
import { command } from "@/lib/server/tenant-access";
import { readUserNames } from "@/lib/skills/read-user-names";
import { type OpenRevision, openRevisionInput } from "./input";

/**
 * Takes content on to revise it. Throws `invalid-input` where the activity or its new owner is not there or the day is over, and `conflict`
 * where somebody took it on already.
 */
export const openRevision = command(
  "work.edit",
  async (tx, raw: OpenRevision, { orgId, userId }, trace): Promise<{ id: string }> => {
    const input = parseOrThrow(openRevisionInput, raw);
    await requireFields(tx, orgId, input);
    const [row] = await tx
      .insert(contentRevisions)
      .values({ ...input, orgId, openedBy: userId })
      .onConflictDoNothing()
      .returning({ id: contentRevisions.id });
    if (!row) throw await takenOn(tx, orgId, input.activityId);
    trace.subject = row.id;
    trace.detail = { change: "revision taken on", activity: input.activityId, owner: input.ownerId, due: input.dueOn };
    return row;
  },
);

async function requireFields(tx: Tx, orgId: string, { activityId, ownerId, dueOn }: OpenRevision): Promise<void> {
  const [activity] = await tx
    .select({ id: activities.id })
    .from(activities)
    .where(and(eq(activities.orgId, orgId), eq(activities.id, activityId)));
  if (!activity) throw new DomainError("invalid-input", "This activity is not there any more");
  const fields: Record<string, string[]> = {};
  if (!(await isChoosable(tx, orgId, "revision", ownerId))) fields.ownerId = ["This user cannot take it on"];
  if (dueOn !== null && dueOn < new Date().toISOString().slice(0, 10)) fields.dueOn = ["Choose a day that is not over"];
  if (Object.keys(fields).length > 0) throw new DomainError("invalid-input", "Some fields need another look", fields);
}

async function takenOn(tx: Tx, orgId: string, activityId: string): Promise<DomainError> {
  const [open] = await tx
    .select({ ownerId: contentRevisions.ownerId })
    .from(contentRevisions)
    .where(
      and(
        eq(contentRevisions.orgId, orgId),
        eq(contentRevisions.activityId, activityId),
        eq(contentRevisions.status, "open"),
      ),
    );
  const names = await readUserNames(tx, orgId, [open?.ownerId]);
  const who = names.get(open?.ownerId ?? "") ?? "Somebody";
  return new DomainError("conflict", `${who} has it in hand already. Nothing was changed; close this and look again`);
}
