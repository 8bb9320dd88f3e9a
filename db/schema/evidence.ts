import {
  boolean,
  customType,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { people } from "./people";
import { behaviours, roles, skills } from "./taxonomy";
import { createdAt, factOrgId, id, moment, orgId, tenantOnly } from "./tenant";

const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/**
 * How evidence is weighed and asked for, as `lib/evidence/rules.ts` knows it. Written once: a change is the next version, and the highest is in
 * force. Without a row the defaults are.
 */
export const evidenceRules = pgTable(
  "evidence_rules",
  {
    orgId: orgId(),
    version: integer("version").notNull(),
    rules: jsonb("rules").notNull(),
    why: text("why").notNull(),
    changedBy: uuid("changed_by"),
    changedAt: moment("changed_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ name: "evidence_rules_pk", columns: [t.orgId, t.version] }), tenantOnly()],
);

/** What makes a behaviour seen by systems. Its definitions are versions; `version` is the one in force. */
export const signalRules = pgTable(
  "signal_rules",
  {
    id: id(),
    orgId: orgId(),
    name: text("name").notNull(),
    behaviourId: uuid("behaviour_id").notNull(),
    status: text("status", { enum: ["draft", "active", "retired"] })
      .notNull()
      .default("draft"),
    version: integer("version").notNull(),
    createdBy: uuid("created_by"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "signal_rules_pk", columns: [t.orgId, t.id] }),
    unique("signal_rules_name").on(t.orgId, t.name),
    foreignKey({
      name: "signal_rules_behaviour",
      columns: [t.orgId, t.behaviourId],
      foreignColumns: [behaviours.orgId, behaviours.id],
    }),
    tenantOnly(),
  ],
);

export const signalRuleVersions = pgTable(
  "signal_rule_versions",
  {
    orgId: orgId(),
    ruleId: uuid("rule_id").notNull(),
    version: integer("version").notNull(),
    definition: jsonb("definition").notNull(),
    why: text("why"),
    madeBy: uuid("made_by"),
    madeAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "signal_rule_versions_pk", columns: [t.orgId, t.ruleId, t.version] }),
    foreignKey({
      name: "signal_rule_versions_rule",
      columns: [t.orgId, t.ruleId],
      foreignColumns: [signalRules.orgId, signalRules.id],
    }).onDelete("cascade"),
    tenantOnly(),
  ],
);

export const skillStatuses = ["recalled", "simulated", "self_rated", "applied", "validated", "sustained"] as const;

/**
 * What the evidence says of a person and a skill; a rollup, recomputed for whoever was touched. A mean level is of the source's ratings, each
 * counting half as much per half-life it is older than the last; it keeps as time goes by, and `strength`, how many fresh ratings all of them
 * are worth on `seenOn`, halves with every half-life since. Skills nothing speaks of have no row.
 */
export const skillStates = pgTable(
  "skill_states",
  {
    orgId: factOrgId(),
    personId: uuid("person_id").notNull(),
    skillId: uuid("skill_id").notNull(),
    /** The highest that holds on `seenOn`; ageing is applied when it is read. */
    status: text("status", { enum: skillStatuses }).notNull(),
    /** Blended over sources that saw it, by the rules' weights; null where none did. */
    level: doublePrecision("level"),
    strength: doublePrecision("strength").notNull().default(0),
    seenOn: date("seen_on"),
    /** Half of the width of the 95 % interval of `level`; null where fewer than two ratings speak. */
    margin: doublePrecision("margin"),
    sources: smallint("sources").notNull().default(0),
    /** Whether the rules' least number of sources agree within the rules' distance; null where too few speak. */
    agree: boolean("agree"),
    managerLevel: doublePrecision("manager_level"),
    managerRatings: integer("manager_ratings").notNull().default(0),
    managerOn: date("manager_on"),
    peerLevel: doublePrecision("peer_level"),
    peerRatings: integer("peer_ratings").notNull().default(0),
    peerOn: date("peer_on"),
    systemLevel: doublePrecision("system_level"),
    systemRatings: integer("system_ratings").notNull().default(0),
    systemOn: date("system_on"),
    selfLevel: doublePrecision("self_level"),
    selfRatings: integer("self_ratings").notNull().default(0),
    selfOn: date("self_on"),
    independent: integer("independent").notNull().default(0),
    independentKnown: integer("independent_known").notNull().default(0),
    accurate: integer("accurate").notNull().default(0),
    accurateKnown: integer("accurate_known").notNull().default(0),
    consistent: integer("consistent").notNull().default(0),
    consistentKnown: integer("consistent_known").notNull().default(0),
    recalledOn: date("recalled_on"),
    recallScore: doublePrecision("recall_score"),
    simulatedOn: date("simulated_on"),
    simulatedScore: doublePrecision("simulated_score"),
    certifiedOn: date("certified_on"),
    /** First month of the unbroken run of measured months at or above the target, up to the last measured one. */
    heldSince: date("held_since"),
    /** What the person's role asks for, when last computed; null where it does not need the skill. */
    targetLevel: doublePrecision("target_level"),
    critical: boolean("critical").notNull().default(false),
    halfLifeDays: integer("half_life_days").notNull(),
    rulesVersion: integer("rules_version").notNull(),
  },
  (t) => [
    primaryKey({ name: "skill_states_pk", columns: [t.orgId, t.personId, t.skillId] }),
    index("skill_states_skill").on(t.orgId, t.skillId),
    tenantOnly(),
  ],
);

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

/** The same piece of work rated by many, to see how far raters are apart. No record of anybody in the organisation: the work is made up or scrubbed. */
export const calibrations = pgTable(
  "calibrations",
  {
    id: id(),
    orgId: orgId(),
    title: text("title").notNull(),
    /** The work to be rated: a text, a link or both. */
    artefact: text("artefact").notNull(),
    link: text("link"),
    behaviourIds: uuid("behaviour_ids").array().notNull(),
    /** Levels that experts agreed on beforehand, by behaviour; null where raters are only compared with each other. */
    expected: jsonb("expected").$type<Record<string, number>>(),
    opensOn: date("opens_on").notNull(),
    closesOn: date("closes_on").notNull(),
    createdBy: uuid("created_by"),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ name: "calibrations_pk", columns: [t.orgId, t.id] }), tenantOnly()],
);

export const calibrationRatings = pgTable(
  "calibration_ratings",
  {
    orgId: orgId(),
    calibrationId: uuid("calibration_id").notNull(),
    userId: uuid("user_id").notNull(),
    behaviourId: uuid("behaviour_id").notNull(),
    level: smallint("level").notNull(),
    note: text("note"),
    /** Where the rater worked when they rated. */
    siteId: uuid("site_id"),
    ratedAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "calibration_ratings_pk", columns: [t.orgId, t.calibrationId, t.userId, t.behaviourId] }),
    foreignKey({
      name: "calibration_ratings_calibration",
      columns: [t.orgId, t.calibrationId],
      foreignColumns: [calibrations.orgId, calibrations.id],
    }).onDelete("cascade"),
    tenantOnly(),
  ],
);

/** How mature measurement is for a role at a site (`nobody` stands for everywhere), each time it changed. */
export const maturityLevels = pgTable(
  "maturity_levels",
  {
    orgId: orgId(),
    roleId: uuid("role_id").notNull(),
    siteId: uuid("site_id").notNull(),
    since: moment("since").notNull().defaultNow(),
    level: smallint("level").notNull(),
    criteria: jsonb("criteria").$type<Record<string, unknown>>().notNull(),
  },
  (t) => [
    primaryKey({ name: "maturity_levels_pk", columns: [t.orgId, t.roleId, t.siteId, t.since] }),
    foreignKey({ name: "maturity_levels_role", columns: [t.orgId, t.roleId], foreignColumns: [roles.orgId, roles.id] }),
    tenantOnly(),
  ],
);

/** Somebody's way from choosing a role to its first comparison: left and come back to. */
export const starts = pgTable(
  "starts",
  {
    id: id(),
    orgId: orgId(),
    roleId: uuid("role_id").notNull(),
    skillId: uuid("skill_id"),
    /** What was chosen at each step. */
    choices: jsonb("choices").$type<Record<string, unknown>>().notNull().default({}),
    status: text("status", { enum: ["open", "done", "left"] })
      .notNull()
      .default("open"),
    createdBy: uuid("created_by"),
    createdAt: createdAt(),
    changedAt: moment("changed_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "starts_pk", columns: [t.orgId, t.id] }),
    foreignKey({ name: "starts_role", columns: [t.orgId, t.roleId], foreignColumns: [roles.orgId, roles.id] }),
    foreignKey({ name: "starts_skill", columns: [t.orgId, t.skillId], foreignColumns: [skills.orgId, skills.id] }),
    tenantOnly(),
  ],
);
