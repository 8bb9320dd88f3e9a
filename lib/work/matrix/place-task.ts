import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { tasks } from "@/db/schema/taxonomy";
import { DomainError } from "@/lib/errors";
import { parseOrThrow } from "@/lib/server/public-error";
import { command } from "@/lib/server/tenant-access";
import { type PlaceTask, placeTaskInput } from "./input";

/**
 * Places a task by frequency and impact. Throws `not-found` where there is no such task (any more), and `conflict` where somebody placed it
 * elsewhere since the viewer looked; the same place again is no conflict.
 */
export const placeTask = command("work.edit", async (tx, raw: PlaceTask, { orgId }, trace): Promise<void> => {
  const { taskId, frequency, impact, was } = parseOrThrow(placeTaskInput, raw);
  const [task] = await tx
    .select({ frequency: tasks.frequency, impact: tasks.impact })
    .from(tasks)
    .where(and(eq(tasks.orgId, orgId), eq(tasks.id, taskId), isNull(tasks.retiredAt)))
    .for("update");
  if (!task) throw new DomainError("not-found", "This task is not part of the work of a role any more");
  const isAsSeen = task.frequency === was.frequency && task.impact === was.impact;
  const isThere = task.frequency === frequency && task.impact === impact;
  if (!isAsSeen && !isThere) {
    const place = task.frequency === null ? "nowhere" : `at ${task.frequency} and ${task.impact}`;
    throw new DomainError("conflict", `Somebody else has placed this task ${place} since. Nothing was changed`);
  }
  await tx
    .update(tasks)
    .set({ frequency, impact })
    .where(and(eq(tasks.orgId, orgId), eq(tasks.id, taskId)));
  trace.subject = taskId;
  trace.detail = { change: "placed", was: task, is: { frequency, impact } };
});
