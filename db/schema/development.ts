import {
  boolean,
  customType,
  date,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { people } from "./people";
import { createdAt, factOrgId, id, moment, tenantOnly } from "./tenant";

const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** A photo or file somebody added to what they saw. */
export const evidenceFiles = pgTable(
  "evidence_files",
  {
    orgId: factOrgId(),
    personId: uuid("person_id").notNull(),
    id: id(),
    name: text("name").notNull(),
    mediaType: text("media_type").notNull(),
    sha256: text("sha256").notNull(),
    content: bytes("content").notNull(),
    /** What it belongs to: an observation or a review. */
    observationId: text("observation_id"),
    reviewId: uuid("review_id"),
    addedBy: uuid("added_by").notNull(),
    addedAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "evidence_files_pk", columns: [t.orgId, t.personId, t.id] }),
    foreignKey({
      name: "evidence_files_person",
      columns: [t.orgId, t.personId],
      foreignColumns: [people.orgId, people.id],
    }).onDelete("cascade"),
    tenantOnly(),
  ],
);

/** Somebody could not see a behaviour when they were asked to: it is not asked of them again for a while. */
export const observationSkips = pgTable(
  "observation_skips",
  {
    orgId: factOrgId(),
    personId: uuid("person_id").notNull(),
    behaviourId: uuid("behaviour_id").notNull(),
    skippedBy: uuid("skipped_by").notNull(),
    skippedOn: date("skipped_on").notNull(),
    why: text("why", { enum: ["did_not_happen", "not_there", "not_part_of_the_job"] }).notNull(),
  },
  (t) => [
    primaryKey({
      name: "observation_skips_pk",
      columns: [t.orgId, t.personId, t.behaviourId, t.skippedBy, t.skippedOn],
    }),
    foreignKey({
      name: "observation_skips_person",
      columns: [t.orgId, t.personId],
      foreignColumns: [people.orgId, people.id],
    }).onDelete("cascade"),
    tenantOnly(),
  ],
);

export const reviewStatuses = ["waiting", "redo", "accepted", "rejected", "withdrawn"] as const;

/** A piece of real work handed to a peer. A redo asks for another round of the same work; each round is a row. */
export const artefactReviews = pgTable(
  "artefact_reviews",
  {
    orgId: factOrgId(),
    personId: uuid("person_id").notNull(),
    id: id(),
    round: smallint("round").notNull().default(1),
    title: text("title").notNull(),
    link: text("link"),
    note: text("note"),
    behaviourIds: uuid("behaviour_ids").array().notNull(),
    reviewerId: uuid("reviewer_id").notNull(),
    status: text("status", { enum: reviewStatuses }).notNull().default("waiting"),
    /** What the reviewer wrote back. */
    answer: text("answer"),
    handedInAt: createdAt(),
    answeredAt: moment("answered_at"),
  },
  (t) => [
    primaryKey({ name: "artefact_reviews_pk", columns: [t.orgId, t.personId, t.id, t.round] }),
    index("artefact_reviews_reviewer").on(t.orgId, t.reviewerId, t.status),
    foreignKey({
      name: "artefact_reviews_person",
      columns: [t.orgId, t.personId],
      foreignColumns: [people.orgId, people.id],
    }).onDelete("cascade"),
    tenantOnly(),
  ],
);

/** Somebody contests what is said of them. An answer is owed by `dueOn`. */
export const contests = pgTable(
  "contests",
  {
    orgId: factOrgId(),
    personId: uuid("person_id").notNull(),
    id: id(),
    observationId: text("observation_id").notNull(),
    reason: text("reason").notNull(),
    status: text("status", { enum: ["open", "upheld", "declined", "withdrawn"] })
      .notNull()
      .default("open"),
    openedAt: createdAt(),
    dueOn: date("due_on").notNull(),
    answer: text("answer"),
    answeredBy: uuid("answered_by"),
    answeredAt: moment("answered_at"),
  },
  (t) => [
    primaryKey({ name: "contests_pk", columns: [t.orgId, t.personId, t.id] }),
    foreignKey({
      name: "contests_person",
      columns: [t.orgId, t.personId],
      foreignColumns: [people.orgId, people.id],
    }).onDelete("cascade"),
    tenantOnly(),
  ],
);

export const nudgeKinds = ["reminder", "coaching", "practice", "praise"] as const;

/** A short word to somebody, shown on their page from `showFrom` on (quiet hours). Those held out are never shown: their effect is the comparison. */
export const nudges = pgTable(
  "nudges",
  {
    orgId: factOrgId(),
    personId: uuid("person_id").notNull(),
    id: id(),
    kind: text("kind", { enum: nudgeKinds }).notNull(),
    text: text("text").notNull(),
    skillId: uuid("skill_id"),
    behaviourId: uuid("behaviour_id"),
    sentBy: uuid("sent_by"),
    sentAt: createdAt(),
    showFrom: moment("show_from").notNull(),
    heldOut: boolean("held_out").notNull().default(false),
    seenAt: moment("seen_at"),
    doneAt: moment("done_at"),
  },
  (t) => [
    primaryKey({ name: "nudges_pk", columns: [t.orgId, t.personId, t.id] }),
    foreignKey({
      name: "nudges_person",
      columns: [t.orgId, t.personId],
      foreignColumns: [people.orgId, people.id],
    }).onDelete("cascade"),
    tenantOnly(),
  ],
);

export const managerActionKinds = ["stretch_task", "coaching", "modelling"] as const;

/** What a manager did for somebody's skill. */
export const managerActions = pgTable(
  "manager_actions",
  {
    orgId: factOrgId(),
    personId: uuid("person_id").notNull(),
    id: id(),
    kind: text("kind", { enum: managerActionKinds }).notNull(),
    doneOn: date("done_on").notNull(),
    skillId: uuid("skill_id"),
    note: text("note"),
    /** The manager's own record as a person, and the user who logged it. */
    managerId: uuid("manager_id"),
    loggedBy: uuid("logged_by"),
    loggedAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "manager_actions_pk", columns: [t.orgId, t.personId, t.id] }),
    index("manager_actions_time").on(t.orgId, t.doneOn),
    foreignKey({
      name: "manager_actions_person",
      columns: [t.orgId, t.personId],
      foreignColumns: [people.orgId, people.id],
    }).onDelete("cascade"),
    tenantOnly(),
  ],
);
