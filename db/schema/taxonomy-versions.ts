import { sql } from "drizzle-orm";
import {
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, moment, orgId, tenantOnly } from "./tenant";

/** A node as `lib/skills/tree` knows it; what it is not is null: not yet there before, no longer there after. `heir`: with what it was made one. */
export type StoredChange = { id: string; before: unknown; after: unknown; heir?: string };

/**
 * What went along from a merged node to the one that carries on: from a skill an activity, or a behaviour that was retired before; from a
 * behaviour a rule that rates it from signals.
 */
export type Followed = ({ activityId: string } | { behaviourId: string } | { ruleId: string }) & {
  from: string;
  to: string;
};

/** What was published, numbered from 1 within the organisation. Version N is the taxonomy in force with the changes after N taken back. */
export const taxonomyVersions = pgTable(
  "taxonomy_versions",
  {
    orgId: orgId(),
    number: integer("number").notNull(),
    /** What changed, in the words of who published. */
    note: text("note").notNull(),
    origin: text("origin", { enum: ["draft", "import", "undo", "rollback"] }).notNull(),
    changes: jsonb("changes").$type<StoredChange[]>().notNull(),
    draftId: uuid("draft_id"),
    batchId: uuid("batch_id"),
    followed: jsonb("followed").$type<Followed[]>().notNull().default([]),
    /** The version a rollback went back to. */
    backTo: integer("back_to"),
    publishedBy: uuid("published_by"),
    publishedAt: moment("published_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ name: "taxonomy_versions_pk", columns: [t.orgId, t.number] }), tenantOnly()],
);

export const draftStatuses = ["open", "review", "published", "discarded"] as const;

/** Changes somebody prepares. Several may be open at once; what they hold of the same node is told apart when one is published. */
export const taxonomyDrafts = pgTable(
  "taxonomy_drafts",
  {
    id: id(),
    orgId: orgId(),
    title: text("title").notNull(),
    status: text("status", { enum: draftStatuses }).notNull().default("open"),
    /** Of the last edit that stands and of the last one made; what lies between can be done again. */
    standsAt: integer("stands_at").notNull().default(0),
    lastEdit: integer("last_edit").notNull().default(0),
    createdBy: uuid("created_by"),
    createdAt: createdAt(),
    changedAt: moment("changed_at").notNull().defaultNow(),
    submittedBy: uuid("submitted_by"),
    submittedAt: moment("submitted_at"),
    /** What a reviewer sent it back with. */
    reviewNote: text("review_note"),
    reviewedBy: uuid("reviewed_by"),
    reviewedAt: moment("reviewed_at"),
    publishedAs: integer("published_as"),
  },
  (t) => [
    primaryKey({ name: "taxonomy_drafts_pk", columns: [t.orgId, t.id] }),
    index("taxonomy_drafts_status").on(t.orgId, t.status),
    tenantOnly(),
  ],
);

/** A node the draft has touched: as it was in force when first touched, and as the draft has it now (null: taken out). */
export const draftNodes = pgTable(
  "draft_nodes",
  {
    orgId: orgId(),
    draftId: uuid("draft_id").notNull(),
    nodeId: uuid("node_id").notNull(),
    base: jsonb("base"),
    node: jsonb("node"),
    /** Where the draft takes it out by making it one with another: that other node. */
    heir: uuid("heir"),
  },
  (t) => [
    primaryKey({ name: "draft_nodes_pk", columns: [t.orgId, t.draftId, t.nodeId] }),
    foreignKey({
      name: "draft_nodes_draft",
      columns: [t.orgId, t.draftId],
      foreignColumns: [taxonomyDrafts.orgId, taxonomyDrafts.id],
    }).onDelete("cascade"),
    tenantOnly(),
  ],
);

/** One step of the editor, which can be undone and done again. */
export const draftEdits = pgTable(
  "draft_edits",
  {
    orgId: orgId(),
    draftId: uuid("draft_id").notNull(),
    number: integer("number").notNull(),
    label: text("label").notNull(),
    changes: jsonb("changes").$type<StoredChange[]>().notNull(),
    madeBy: uuid("made_by"),
    madeAt: moment("made_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "draft_edits_pk", columns: [t.orgId, t.draftId, t.number] }),
    foreignKey({
      name: "draft_edits_draft",
      columns: [t.orgId, t.draftId],
      foreignColumns: [taxonomyDrafts.orgId, taxonomyDrafts.id],
    }).onDelete("cascade"),
    tenantOnly(),
  ],
);

/** About a node, whether published or only in a draft. */
export const taxonomyComments = pgTable(
  "taxonomy_comments",
  {
    id: id(),
    orgId: orgId(),
    nodeId: uuid("node_id").notNull(),
    text: text("text").notNull(),
    writtenBy: uuid("written_by"),
    writtenAt: createdAt(),
    settledBy: uuid("settled_by"),
    settledAt: moment("settled_at"),
  },
  (t) => [
    primaryKey({ name: "taxonomy_comments_pk", columns: [t.orgId, t.id] }),
    index("taxonomy_comments_node").on(t.orgId, t.nodeId),
    tenantOnly(),
  ],
);

export const proposalKinds = ["never_observed", "at_ceiling", "raters_disagree", "moves_no_kpi", "outdated"] as const;

/** A change of the taxonomy that evidence suggests. `figures` is what it was computed from. One stands per node and kind. */
export const taxonomyProposals = pgTable(
  "taxonomy_proposals",
  {
    id: id(),
    orgId: orgId(),
    kind: text("kind", { enum: proposalKinds }).notNull(),
    nodeId: uuid("node_id").notNull(),
    figures: jsonb("figures").$type<Record<string, unknown>>().notNull(),
    status: text("status", { enum: ["open", "taken", "dismissed", "gone"] })
      .notNull()
      .default("open"),
    reason: text("reason"),
    draftId: uuid("draft_id"),
    proposedAt: createdAt(),
    decidedBy: uuid("decided_by"),
    decidedAt: moment("decided_at"),
  },
  (t) => [
    primaryKey({ name: "taxonomy_proposals_pk", columns: [t.orgId, t.id] }),
    uniqueIndex("taxonomy_proposals_open").on(t.orgId, t.nodeId, t.kind).where(sql`${t.status} = 'open'`),
    tenantOnly(),
  ],
);

/** From a value of the other tool (in ascending order) to a level of ours; values between two points go straight from one to the other. */
export type ScalePoint = { value: number; level: number };

/** How a rating scale of another tool is read as levels 1 to 5. A changed mapping is a new version: what was imported keeps its own. */
export const ratingScales = pgTable(
  "rating_scales",
  {
    id: id(),
    orgId: orgId(),
    name: text("name").notNull(),
    version: integer("version").notNull(),
    kind: text("kind", { enum: ["points", "percentile"] }).notNull(),
    lowest: doublePrecision("lowest").notNull(),
    highest: doublePrecision("highest").notNull(),
    points: jsonb("points").$type<ScalePoint[]>().notNull(),
    createdBy: uuid("created_by"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "rating_scales_pk", columns: [t.orgId, t.id] }),
    unique("rating_scales_name").on(t.orgId, t.name, t.version),
    tenantOnly(),
  ],
);
