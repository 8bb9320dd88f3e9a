import "server-only";
import { and, eq } from "drizzle-orm";
import { calendarEvents } from "@/db/schema/calendar";
import { readUnitBounds } from "@/lib/access/unit-bounds";
import { parseOrThrow } from "@/lib/server/public-error";
import { command } from "@/lib/server/tenant-access";
import { type RemoveEvent, removeEventInput } from "./calendar-input";
import { ownEvent } from "./own-event";
import { factsOf, forgetImport } from "./save-event";

/** Takes an event off the calendar. Throws `not-found`, and `forbidden` where the viewer may only see it. */
export const removeEvent = command("calendar.edit", async (tx, raw: RemoveEvent, viewer, trace): Promise<void> => {
  const { id } = parseOrThrow(removeEventInput, raw);
  const event = await ownEvent(tx, viewer.orgId, await readUnitBounds(tx, viewer, "calendar.edit"), id);
  await forgetImport(tx, viewer.orgId, id);
  await tx.delete(calendarEvents).where(and(eq(calendarEvents.orgId, viewer.orgId), eq(calendarEvents.id, id)));
  trace.subject = id;
  trace.detail = { change: "removed", was: factsOf(event) };
});
