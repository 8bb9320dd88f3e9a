import { date, foreignKey, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { businessUnits, sites } from "./structure";
import { createdAt, id, orgId, tenantOnly } from "./tenant";

export const calendarKinds = [
  "reorganisation",
  "price_change",
  "system_release",
  "season",
  "staffing",
  "policy",
  "other",
  /** Somebody says that nothing else happened from `startsOn` to `endsOn`. */
  "none",
] as const;
export type CalendarKind = (typeof calendarKinds)[number];

/** What else happened: a rival explanation for whatever moved then. Of everybody, or of a unit (with those below it) or a site. */
export const calendarEvents = pgTable(
  "calendar_events",
  {
    id: id(),
    orgId: orgId(),
    name: text("name").notNull(),
    kind: text("kind", { enum: calendarKinds }).notNull(),
    startsOn: date("starts_on").notNull(),
    /** Last day; null where it lasts. */
    endsOn: date("ends_on"),
    unitId: uuid("unit_id"),
    siteId: uuid("site_id"),
    note: text("note"),
    /** Null for one entered in the app. */
    batchId: uuid("batch_id"),
    createdBy: uuid("created_by"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "calendar_events_pk", columns: [t.orgId, t.id] }),
    unique("calendar_events_once").on(t.orgId, t.name, t.startsOn, t.unitId, t.siteId).nullsNotDistinct(),
    foreignKey({
      name: "calendar_events_unit",
      columns: [t.orgId, t.unitId],
      foreignColumns: [businessUnits.orgId, businessUnits.id],
    }),
    foreignKey({
      name: "calendar_events_site",
      columns: [t.orgId, t.siteId],
      foreignColumns: [sites.orgId, sites.id],
    }),
    tenantOnly(),
  ],
);
