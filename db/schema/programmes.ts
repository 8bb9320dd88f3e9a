import { date, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { initiatives } from "./initiatives";
import { createdAt, id, moment, orgId, tenantOnly } from "./tenant";

export const programmeParts = ["setup", "days_1_30", "days_31_60", "days_61_90"] as const;
export const programmeItemKinds = [
  "checkpoint",
  "interview",
  "inventory",
  "task",
  "scenario",
  "asset",
  "support",
  "independence",
  "note",
] as const;
export const programmeItemStates = ["open", "done", "dropped"] as const;
export const programmeReviewKinds = ["content", "kpi", "feedback", "day_90"] as const;
export const programmeOutcomes = ["continue", "refine", "expand", "stop"] as const;

/** The ninety days of an initiative. */
export const programmes = pgTable(
  "programmes",
  {
    orgId: orgId(),
    initiativeId: uuid("initiative_id").notNull(),
    startsOn: date("starts_on").notNull(),
    /** The one workflow it is about. */
    workflowId: uuid("workflow_id"),
    leadId: uuid("lead_id"),
    /** Why this workflow: the pain that can be measured. */
    pain: text("pain"),
    createdBy: uuid("created_by"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "programmes_pk", columns: [t.orgId, t.initiativeId] }),
    foreignKey({
      name: "programmes_initiative",
      columns: [t.orgId, t.initiativeId],
      foreignColumns: [initiatives.orgId, initiatives.id],
    }).onDelete("cascade"),
    tenantOnly(),
  ],
);

export const programmeItems = pgTable(
  "programme_items",
  {
    id: id(),
    orgId: orgId(),
    initiativeId: uuid("initiative_id").notNull(),
    part: text("part", { enum: programmeParts }).notNull(),
    kind: text("kind", { enum: programmeItemKinds }).notNull(),
    /** Which of the steps everybody is given; null for one somebody added. */
    key: text("key"),
    title: text("title").notNull(),
    note: text("note"),
    /** What it is about: a friction point, a task, a behaviour, a document; by kind and id or words. */
    detail: jsonb("detail").$type<Record<string, unknown>>().notNull().default({}),
    dueOn: date("due_on"),
    ownerId: uuid("owner_id"),
    state: text("state", { enum: programmeItemStates }).notNull().default("open"),
    position: integer("position").notNull().default(0),
    revision: integer("revision").notNull().default(1),
    settledAt: moment("settled_at"),
    settledBy: uuid("settled_by"),
    createdBy: uuid("created_by"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "programme_items_pk", columns: [t.orgId, t.id] }),
    index("programme_items_initiative").on(t.orgId, t.initiativeId),
    foreignKey({
      name: "programme_items_initiative_fk",
      columns: [t.orgId, t.initiativeId],
      foreignColumns: [initiatives.orgId, initiatives.id],
    }).onDelete("cascade"),
    tenantOnly(),
  ],
);

/** A review that is due or was held: its agenda and the figures of that day, the minutes, what was decided. */
export const programmeReviews = pgTable(
  "programme_reviews",
  {
    id: id(),
    orgId: orgId(),
    initiativeId: uuid("initiative_id").notNull(),
    kind: text("kind", { enum: programmeReviewKinds }).notNull(),
    dueOn: date("due_on").notNull(),
    heldOn: date("held_on"),
    agenda: jsonb("agenda").$type<string[]>().notNull().default([]),
    /** What the data said when it was held. */
    evidence: jsonb("evidence").$type<Record<string, unknown>>().notNull().default({}),
    minutes: text("minutes"),
    attendees: text("attendees"),
    outcome: text("outcome", { enum: programmeOutcomes }),
    revision: integer("revision").notNull().default(1),
    heldBy: uuid("held_by"),
    createdBy: uuid("created_by"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "programme_reviews_pk", columns: [t.orgId, t.id] }),
    index("programme_reviews_initiative").on(t.orgId, t.initiativeId),
    foreignKey({
      name: "programme_reviews_initiative_fk",
      columns: [t.orgId, t.initiativeId],
      foreignColumns: [initiatives.orgId, initiatives.id],
    }).onDelete("cascade"),
    tenantOnly(),
  ],
);
