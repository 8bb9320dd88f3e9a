import "server-only";
import { and, eq, ne } from "drizzle-orm";
import { activities } from "@/db/schema/learning";
import { frictionActivities, frictionPoints } from "@/db/schema/workflows";
import { DomainError } from "@/lib/errors";
import { parseOrThrow } from "@/lib/server/public-error";
import { command } from "@/lib/server/tenant-access";
import { type AnchorActivity, anchorActivityInput } from "./input";

/** Says which friction point an activity is for, beside those it is for already. Throws `invalid-input` where either is not there. */
export const anchorActivity = command(
  "friction.add",
  async (tx, raw: AnchorActivity, { orgId }, trace): Promise<void> => {
    const { activityId, frictionId } = parseOrThrow(anchorActivityInput, raw);
    const [activity] = await tx
      .select({ id: activities.id })
      .from(activities)
      .where(and(eq(activities.orgId, orgId), eq(activities.id, activityId)));
    const [point] = await tx
      .select({ id: frictionPoints.id })
      .from(frictionPoints)
      .where(
        and(eq(frictionPoints.orgId, orgId), eq(frictionPoints.id, frictionId), ne(frictionPoints.status, "dismissed")),
      );
    if (!activity || !point) {
      const message = activity ? "This friction point is not there any more" : "This activity is not there any more";
      throw new DomainError("invalid-input", message, { frictionId: [message] });
    }
    await tx.insert(frictionActivities).values({ orgId, frictionId, activityId }).onConflictDoNothing();
    trace.subject = frictionId;
    trace.detail = { change: "anchored", activity: activityId };
  },
);
