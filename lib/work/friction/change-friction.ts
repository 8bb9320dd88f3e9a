import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { activities } from "@/db/schema/learning";
import { frictionActivities, frictionPoints } from "@/db/schema/workflows";
import { DomainError } from "@/lib/errors";
import { parseOrThrow } from "@/lib/server/public-error";
import { command } from "@/lib/server/tenant-access";
import { requireWork } from "./add-friction";
import { type ChangeFriction, changeFrictionInput } from "./input";

/**
 * What is done about a friction point: its state, whether it lies in the process, and what was built for it. The day it is called
 * solved is kept, because from then on work is watched for its return. Throws `not-found`, `invalid-input` (unknown activity or step) and
 * `conflict` where its state is another than the viewer saw.
 */
export const changeFriction = command(
  "friction.add",
  async (tx, raw: ChangeFriction, { orgId }, trace): Promise<void> => {
    const { id, was, status, ofProcess, activityIds, stepId } = parseOrThrow(changeFrictionInput, raw);
    const own = and(eq(frictionPoints.orgId, orgId), eq(frictionPoints.id, id));
    const [point] = await tx.select().from(frictionPoints).where(own).for("update");
    if (!point) throw new DomainError("not-found", "This friction point is not there any more");
    if (point.status !== was) {
      throw new DomainError("conflict", "Somebody else has changed its state since. Look again; nothing was changed");
    }
    await requireWork(tx, orgId, { roleId: point.roleId, taskId: point.taskId, stepId });
    const unique = [...new Set(activityIds)];
    await requireActivities(tx, orgId, unique);
    const solvedOn = status === "solved" && was !== "solved" ? new Date().toISOString().slice(0, 10) : undefined;
    await tx
      .update(frictionPoints)
      .set({
        status,
        ofProcess,
        stepId,
        changedAt: new Date(),
        ...(solvedOn && { figures: { ...point.figures, solvedOn } }),
      })
      .where(own);
    await tx
      .delete(frictionActivities)
      .where(and(eq(frictionActivities.orgId, orgId), eq(frictionActivities.frictionId, id)));
    if (unique.length > 0) {
      await tx.insert(frictionActivities).values(unique.map((activityId) => ({ orgId, frictionId: id, activityId })));
    }
    trace.subject = id;
    trace.detail = { change: "changed", was, is: status, ofProcess, activities: unique.length };
  },
);

async function requireActivities(tx: Tx, orgId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const known = await tx.$count(activities, and(eq(activities.orgId, orgId), inArray(activities.id, [...ids])));
  if (known < ids.length) {
    throw new DomainError("invalid-input", "Some fields need another look", {
      activityIds: ["One of these activities is not there any more"],
    });
  }
}
