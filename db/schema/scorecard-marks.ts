import {
  boolean,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, orgId, tenantOnly } from "./tenant";

export const guardrailSides = ["above", "below"] as const;

/** A figure that must not cross a bound while others are improved: fatigue, engagement, load of managers. */
export const guardrails = pgTable(
  "guardrails",
  {
    orgId: orgId(),
    /** As in `metric_targets`. */
    metric: text("metric").notNull(),
    /** The side of the bound on which it is too far. */
    side: text("side", { enum: guardrailSides }).notNull(),
    bound: doublePrecision("bound").notNull(),
    /** What it guards. */
    because: text("because").notNull(),
    setBy: uuid("set_by"),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ name: "guardrails_pk", columns: [t.orgId, t.metric, t.side] }), tenantOnly()],
);

/** A remark on a figure at a day; of everybody's figure, or of a unit's. */
export const annotations = pgTable(
  "annotations",
  {
    id: id(),
    orgId: orgId(),
    /** Null: on the whole scorecard. */
    metric: text("metric"),
    unitId: uuid("unit_id"),
    on: date("on_day").notNull(),
    text: text("text").notNull(),
    revision: integer("revision").notNull().default(1),
    writtenBy: uuid("written_by"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "annotations_pk", columns: [t.orgId, t.id] }),
    index("annotations_day").on(t.orgId, t.on),
    tenantOnly(),
  ],
);

/** A view somebody comes back to: a page and its filter, as the address says it. */
export const savedViews = pgTable(
  "saved_views",
  {
    id: id(),
    orgId: orgId(),
    userId: uuid("user_id").notNull(),
    name: text("name").notNull(),
    path: text("path").notNull(),
    query: text("query").notNull(),
    /** Others may open it; what they see in it is what they may see. */
    isShared: boolean("is_shared").notNull().default(false),
    isFirst: boolean("is_first").notNull().default(false),
    detail: jsonb("detail").$type<Record<string, unknown>>().notNull().default({}),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "saved_views_pk", columns: [t.orgId, t.id] }),
    unique("saved_views_name").on(t.orgId, t.userId, t.name),
    tenantOnly(),
  ],
);

/** How often somebody opened a page on a day: whether what is shown is looked at. Nothing of what they saw there. */
export const pageViews = pgTable(
  "page_views",
  {
    orgId: orgId(),
    userId: uuid("user_id").notNull(),
    /** As the routes name it, without ids. */
    page: text("page").notNull(),
    day: date("day").notNull(),
    views: integer("views").notNull(),
  },
  (t) => [primaryKey({ name: "page_views_pk", columns: [t.orgId, t.day, t.page, t.userId] }), tenantOnly()],
);
