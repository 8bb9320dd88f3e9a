import "server-only";
import { and, eq, isNull, ne, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { calendarEvents } from "@/db/schema/calendar";
import { businessUnits, sites } from "@/db/schema/structure";
import { isIn, readUnitBounds, type UnitBounds } from "@/lib/access/unit-bounds";
import { DomainError } from "@/lib/errors";
import { isRepeat } from "@/lib/server/is-repeat";
import { parseOrThrow } from "@/lib/server/public-error";
import { command } from "@/lib/server/tenant-access";
import { type SaveEvent, saveEventInput } from "./calendar-input";
import { ownEvent } from "./own-event";

/**
 * Adds an event to the calendar or changes one. Who serves units does so in these. A changed event is from then on one entered by hand,
 * whichever file brought it: undoing that file leaves it. Throws `invalid-input` (unknown unit or site, a unit of others), `not-found`,
 * `forbidden`, and `conflict` where the calendar has an event of that name, first day and place already.
 * @returns its id
 */
export const saveEvent = command(
  "calendar.edit",
  async (tx, raw: SaveEvent, viewer, trace): Promise<{ id: string }> => {
    const { id, from, to, ...rest } = parseOrThrow(saveEventInput, raw);
    const bounds = await readUnitBounds(tx, viewer, "calendar.edit");
    const before = id === null ? null : await ownEvent(tx, viewer.orgId, bounds, id);
    const { orgId } = viewer;
    await requirePlace(tx, orgId, bounds, rest);
    const event = { ...rest, note: rest.note || null, startsOn: from, endsOn: to };
    await refuseRepeat(tx, orgId, event, id);

    let saved = id;
    if (before) {
      await forgetImport(tx, orgId, before.id);
      await tx
        .update(calendarEvents)
        .set({ ...event, batchId: null })
        .where(and(eq(calendarEvents.orgId, orgId), eq(calendarEvents.id, before.id)))
        .catch((error: unknown) => {
          // Somebody else saved the same event since it was looked for.
          throw isRepeat(error) ? repeated() : error;
        });
    } else {
      const [row] = await tx
        .insert(calendarEvents)
        .values({ ...event, orgId, createdBy: viewer.userId })
        .onConflictDoNothing()
        .returning({ id: calendarEvents.id });
      if (!row) throw repeated();
      saved = row.id;
    }
    if (saved === null) throw new Error("The event has no id");
    trace.subject = saved;
    trace.detail = {
      change: before ? "changed" : "added",
      ...(before && { was: factsOf(before) }),
      is: factsOf(event),
    };
    return { id: saved };
  },
);

type Facts = Pick<typeof calendarEvents.$inferInsert, "kind" | "startsOn" | "endsOn" | "unitId" | "siteId">;

/** What the audit log keeps of an event: no free text. */
export const factsOf = ({ kind, startsOn, endsOn, unitId, siteId }: Facts) => ({
  kind,
  from: startsOn,
  to: endsOn ?? null,
  unit: unitId ?? null,
  site: siteId ?? null,
});

/** An event that somebody has touched by hand is no longer an import's to put back. */
export async function forgetImport(tx: Tx, orgId: string, id: string): Promise<void> {
  await tx.execute(sql`
    delete from import_changes where org_id = ${orgId} and table_name = 'calendar_events' and key = jsonb_build_object('id', ${id}::uuid)`);
}

async function requirePlace(
  tx: Tx,
  orgId: string,
  { edits }: UnitBounds,
  { unitId, siteId }: SaveEvent | Place,
): Promise<void> {
  if (unitId === null && edits !== "all") {
    const why = "Choose one of your units. An event of the whole organisation is entered by who serves all of it";
    throw new DomainError("invalid-input", "Some fields need another look", { unitId: [why] });
  }
  const unknown: Record<string, string[]> = {};
  if (unitId !== null) {
    const known = await tx.$count(businessUnits, and(eq(businessUnits.orgId, orgId), eq(businessUnits.id, unitId)));
    if (known === 0 || !isIn(edits, unitId)) unknown.unitId = ["There is no such unit among yours"];
  }
  if (siteId !== null && (await tx.$count(sites, and(eq(sites.orgId, orgId), eq(sites.id, siteId)))) === 0)
    unknown.siteId = ["There is no such site"];
  if (Object.keys(unknown).length > 0) {
    throw new DomainError("invalid-input", "Some fields need another look", unknown);
  }
}

type Place = Pick<SaveEvent, "unitId" | "siteId">;

async function refuseRepeat(
  tx: Tx,
  orgId: string,
  event: Place & { name: string; startsOn: string },
  id: string | null,
): Promise<void> {
  const { unitId, siteId } = event;
  const same = await tx.$count(
    calendarEvents,
    and(
      eq(calendarEvents.orgId, orgId),
      eq(calendarEvents.name, event.name),
      eq(calendarEvents.startsOn, event.startsOn),
      unitId === null ? isNull(calendarEvents.unitId) : eq(calendarEvents.unitId, unitId),
      siteId === null ? isNull(calendarEvents.siteId) : eq(calendarEvents.siteId, siteId),
      id === null ? undefined : ne(calendarEvents.id, id),
    ),
  );
  if (same > 0) throw repeated();
}

const repeated = () =>
  new DomainError("conflict", "The calendar has this event already", {
    name: ["An event of this name begins there on that day already"],
  });
