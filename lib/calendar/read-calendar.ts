import "server-only";
import { asc, eq, sql } from "drizzle-orm";
import type { CalendarKind } from "@/db/schema/calendar";
import { businessUnits, sites } from "@/db/schema/structure";
import { isIn, isSeen, readUnitBounds } from "@/lib/access/unit-bounds";
import { query } from "@/lib/server/tenant-access";

export type CalendarEvent = {
  id: string;
  name: string;
  kind: CalendarKind;
  from: string;
  /** Last day; null where it lasts. */
  to: string | null;
  unit: { id: string; path: string } | null;
  site: { id: string; name: string } | null;
  note: string | null;
  /** A file brought it. */
  imported: boolean;
  /** The viewer may change and remove it. */
  editable: boolean;
};

/** An initiative on the calendar: the windows of its plan (days, null where open or not planned) and its first exposure. */
export type CalendarInitiative = {
  id: string;
  title: string;
  baselineFrom: string | null;
  baselineTo: string | null;
  followUpFrom: string | null;
  followUpTo: string | null;
  starts: string | null;
};

export type Calendar = {
  events: CalendarEvent[];
  initiatives: CalendarInitiative[];
  /** Null where the viewer may not enter anything; `everywhere`: also of the whole organisation. */
  editing: { everywhere: boolean; units: { id: string; path: string }[]; sites: { id: string; name: string }[] } | null;
};

/** What else happened, as far as the viewer sees it, newest first, beside the windows of the initiatives. */
export const readCalendar = query("initiative.read", async (tx, _: null, viewer): Promise<Calendar> => {
  const { orgId } = viewer;
  const bounds = await readUnitBounds(tx, viewer, "calendar.edit");
  const { rows: events } = await tx.execute<Omit<CalendarEvent, "editable">>(sql`
    select e.id, e.name, e.kind, e.starts_on::text as from, e.ends_on::text as to, e.note, e.batch_id is not null as imported,
      case when u.id is not null then json_build_object('id', u.id, 'path', u.path) end as unit,
      case when s.id is not null then json_build_object('id', s.id, 'name', s.name) end as site
    from calendar_events e
    left join business_units u on u.org_id = e.org_id and u.id = e.unit_id
    left join sites s on s.org_id = e.org_id and s.id = e.site_id
    where e.org_id = ${orgId}
    order by e.starts_on desc, e.name, u.path, s.name`);
  const { rows: initiatives } = await tx.execute<CalendarInitiative>(sql`
    select i.id, i.title, i.baseline_from::text as "baselineFrom", i.baseline_to::text as "baselineTo",
      i.follow_up_from::text as "followUpFrom", i.follow_up_to::text as "followUpTo",
      (select min(exposed_on)::text from arm_members a where a.org_id = i.org_id and a.initiative_id = i.id and a.arm <> 'control') as starts
    from initiatives i where i.org_id = ${orgId} and i.explores is null
    order by coalesce(i.baseline_from, i.baseline_to, i.follow_up_from) nulls last, i.title`);
  const isEditor = bounds.edits === "all" || bounds.edits.size > 0;
  return {
    events: events
      .filter(({ unit }) => isSeen(bounds, unit?.id ?? null))
      .map((event) => ({ ...event, editable: isIn(bounds.edits, event.unit?.id ?? null) })),
    initiatives,
    editing: isEditor
      ? {
          everywhere: bounds.edits === "all",
          units: (
            await tx
              .select({ id: businessUnits.id, path: businessUnits.path })
              .from(businessUnits)
              .where(eq(businessUnits.orgId, orgId))
              .orderBy(asc(businessUnits.path))
          ).filter(({ id }) => isIn(bounds.edits, id)),
          sites: await tx
            .select({ id: sites.id, name: sites.name })
            .from(sites)
            .where(eq(sites.orgId, orgId))
            .orderBy(asc(sites.name)),
        }
      : null,
  };
});
