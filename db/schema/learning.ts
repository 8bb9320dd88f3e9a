import {
  boolean,
  doublePrecision,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { behaviours, skills } from "./taxonomy";
import { factOrgId, id, moment, orgId, tenantOnly } from "./tenant";

export const deliveries = ["in_flow", "destination"] as const;
export const assigners = ["self", "system", "manager", "peer"] as const;

/** `title` is null for an activity that only learning events have named so far. */
export const activities = pgTable(
  "activities",
  {
    id: id(),
    orgId: orgId(),
    code: text("code").notNull(),
    title: text("title"),
    format: text("format"),
    delivery: text("delivery", { enum: deliveries }),
    surface: text("surface"),
    skillId: uuid("skill_id"),
    behaviourId: uuid("behaviour_id"),
    minutes: doublePrecision("minutes"),
    owner: text("owner"),
    version: text("version"),
  },
  (t) => [
    primaryKey({ name: "activities_pk", columns: [t.orgId, t.id] }),
    unique("activities_code").on(t.orgId, t.code),
    foreignKey({ name: "activities_skill", columns: [t.orgId, t.skillId], foreignColumns: [skills.orgId, skills.id] }),
    foreignKey({
      name: "activities_behaviour",
      columns: [t.orgId, t.behaviourId],
      foreignColumns: [behaviours.orgId, behaviours.id],
    }),
    tenantOnly(),
  ],
);

/**
 * Append-only, partitioned by month of `occurredAt` (see the first migration). The id decides: `event_ids` holds each once. Without
 * foreign keys, as all facts by the million (`fact-references.ts`).
 */
export const learningEvents = pgTable(
  "learning_events",
  {
    orgId: factOrgId(),
    personId: uuid("person_id").notNull(),
    occurredAt: moment("occurred_at").notNull(),
    eventId: text("event_id").notNull(),
    activityId: uuid("activity_id").notNull(),
    verb: text("verb").notNull(),
    success: boolean("success"),
    score: doublePrecision("score"),
    confidence: doublePrecision("confidence"),
    seconds: integer("seconds"),
    surface: text("surface"),
    beforeTaskId: uuid("before_task_id"),
    assignedBy: text("assigned_by", { enum: assigners }),
    /** Which version of the content was seen; null where the source does not say. */
    version: text("version"),
    batchId: uuid("batch_id").notNull(),
  },
  (t) => [
    primaryKey({ name: "learning_events_pk", columns: [t.orgId, t.personId, t.occurredAt, t.eventId] }),
    index("learning_events_time").using("brin", t.occurredAt),
    tenantOnly(),
  ],
);
