import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { calendarEvents } from "@/db/schema/calendar";
import { isIn, isSeen, type UnitBounds } from "@/lib/access/unit-bounds";
import { DomainError } from "@/lib/errors";

/** An event, held until the transaction ends. Throws `not-found` where the viewer sees none of that id, `forbidden` where they may only see it. */
export async function ownEvent(
  tx: Tx,
  orgId: string,
  bounds: UnitBounds,
  id: string,
): Promise<typeof calendarEvents.$inferSelect> {
  const [event] = await tx
    .select()
    .from(calendarEvents)
    .where(and(eq(calendarEvents.orgId, orgId), eq(calendarEvents.id, id)))
    .for("update");
  if (!event || !isSeen(bounds, event.unitId)) throw new DomainError("not-found", "The calendar has no such event");
  if (!isIn(bounds.edits, event.unitId)) {
    throw new DomainError("forbidden", "This event is not in your units. Ask an administrator to change it.");
  }
  return event;
}
