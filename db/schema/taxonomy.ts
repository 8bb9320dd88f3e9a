import {
  boolean,
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
import { id, moment, orgId, tenantOnly } from "./tenant";

export const facets = ["knowledge", "judgment", "fluency"] as const;
export const risks = ["low", "medium", "high"] as const;
export const depths = ["routine", "applied", "complex"] as const;
/** Who can see a behaviour at work. What a person says of themselves is kept, and never counts as seen. */
export const witnesses = ["manager", "peer", "system"] as const;

/** Where a row of the taxonomy was taken from, with what its licence wants said. `code` is the row's name there. */
export type TaxonomySource = { scheme: string; code: string; release?: string; licence?: string; attribution?: string };

/** When somebody new in a role counts as proficient: from the start event on, over the jobs of one month. */
export type ProficiencyRule = {
  start: "hire" | "role_start";
  days: number;
  jobs: number;
  rightFirstTime: number;
  assisted: number;
};

/** Retired rows stay, because facts speak of them; the editor and everything that plans ahead leave them out. */
const retiredAt = () => moment("retired_at");
/** Of a retired row that was made one with another: the row that carries on. May itself have been merged since. */
const mergedInto = () => uuid("merged_into");
const source = () => jsonb("source").$type<TaxonomySource>();

export const roles = pgTable(
  "roles",
  {
    id: id(),
    orgId: orgId(),
    name: text("name").notNull(),
    summary: text("summary"),
    /** A user. */
    ownerId: uuid("owner_id"),
    proficiency: jsonb("proficiency").$type<ProficiencyRule>(),
    source: source(),
    retiredAt: retiredAt(),
  },
  (t) => [
    primaryKey({ name: "roles_pk", columns: [t.orgId, t.id] }),
    unique("roles_name").on(t.orgId, t.name),
    tenantOnly(),
  ],
);

/** A task of a role; `roleId` is null for a task that only work events have named so far. */
export const tasks = pgTable(
  "tasks",
  {
    id: id(),
    orgId: orgId(),
    roleId: uuid("role_id"),
    name: text("name").notNull(),
    frequency: smallint("frequency"),
    impact: smallint("impact"),
    position: integer("position").notNull().default(0),
    /** One that people must be able to do alone. */
    critical: boolean("critical").notNull().default(false),
    goodPath: text("good_path"),
    failurePath: text("failure_path"),
    /** What a good decision looks like in it. */
    decisionQuality: text("decision_quality"),
    source: source(),
    retiredAt: retiredAt(),
    mergedInto: mergedInto(),
  },
  (t) => [
    primaryKey({ name: "tasks_pk", columns: [t.orgId, t.id] }),
    unique("tasks_name").on(t.orgId, t.roleId, t.name).nullsNotDistinct(),
    foreignKey({ name: "tasks_role", columns: [t.orgId, t.roleId], foreignColumns: [roles.orgId, roles.id] }),
    tenantOnly(),
  ],
);

/** Facet, risk and depth are null where its behaviours and tasks differ in them. */
export const skills = pgTable(
  "skills",
  {
    id: id(),
    orgId: orgId(),
    name: text("name").notNull(),
    facet: text("facet", { enum: facets }),
    risk: text("risk", { enum: risks }),
    depth: text("depth", { enum: depths }),
    summary: text("summary"),
    /** After how many days without use a piece of evidence counts half; null: as the rules of evidence say for all. */
    halfLifeDays: integer("half_life_days"),
    /** A user, who answers for what counts as evidence of it. */
    ownerId: uuid("owner_id"),
    /** Why it has fewer than three or more than five behaviours. */
    rangeReason: text("range_reason"),
    source: source(),
    retiredAt: retiredAt(),
    mergedInto: mergedInto(),
  },
  (t) => [
    primaryKey({ name: "skills_pk", columns: [t.orgId, t.id] }),
    unique("skills_name").on(t.orgId, t.name),
    tenantOnly(),
  ],
);

/** Something a person can be seen doing at work, rated on levels 1 to 5. */
export const behaviours = pgTable(
  "behaviours",
  {
    id: id(),
    orgId: orgId(),
    skillId: uuid("skill_id").notNull(),
    statement: text("statement").notNull(),
    facet: text("facet", { enum: facets }),
    /** What levels 1 to 5 look like, in this order; null where nobody has written it. */
    anchors: jsonb("anchors").$type<(string | null)[]>(),
    seenBy: text("seen_by", { enum: witnesses }).array().notNull().default(["manager", "peer"]),
    /** Something a team does together; a rating of it is given to each of its members. */
    ofTeam: boolean("of_team").notNull().default(false),
    position: integer("position").notNull().default(0),
    source: source(),
    retiredAt: retiredAt(),
    mergedInto: mergedInto(),
  },
  (t) => [
    primaryKey({ name: "behaviours_pk", columns: [t.orgId, t.id] }),
    unique("behaviours_statement").on(t.orgId, t.statement),
    foreignKey({ name: "behaviours_skill", columns: [t.orgId, t.skillId], foreignColumns: [skills.orgId, skills.id] }),
    tenantOnly(),
  ],
);

/** Which skill a role needs, for which task, at which level; the same skill may be routine in one task and complex in another. */
export const roleSkills = pgTable(
  "role_skills",
  {
    id: id(),
    orgId: orgId(),
    roleId: uuid("role_id").notNull(),
    skillId: uuid("skill_id").notNull(),
    taskId: uuid("task_id"),
    targetLevel: doublePrecision("target_level"),
    risk: text("risk", { enum: risks }),
    depth: text("depth", { enum: depths }),
    critical: boolean("critical").notNull().default(false),
    facet: text("facet", { enum: facets }),
    position: integer("position").notNull().default(0),
  },
  (t) => [
    primaryKey({ name: "role_skills_pk", columns: [t.orgId, t.id] }),
    unique("role_skills_once").on(t.orgId, t.roleId, t.skillId, t.taskId).nullsNotDistinct(),
    foreignKey({ name: "role_skills_role", columns: [t.orgId, t.roleId], foreignColumns: [roles.orgId, roles.id] }),
    foreignKey({ name: "role_skills_skill", columns: [t.orgId, t.skillId], foreignColumns: [skills.orgId, skills.id] }),
    foreignKey({ name: "role_skills_task", columns: [t.orgId, t.taskId], foreignColumns: [tasks.orgId, tasks.id] }),
    tenantOnly(),
  ],
);

/** Which behaviours show that a role's need is met, each at its own level. A need without rows is shown by all behaviours of its skill. */
export const needBehaviours = pgTable(
  "need_behaviours",
  {
    orgId: orgId(),
    needId: uuid("need_id").notNull(),
    behaviourId: uuid("behaviour_id").notNull(),
    targetLevel: doublePrecision("target_level"),
  },
  (t) => [
    primaryKey({ name: "need_behaviours_pk", columns: [t.orgId, t.needId, t.behaviourId] }),
    index("need_behaviours_behaviour").on(t.orgId, t.behaviourId),
    foreignKey({
      name: "need_behaviours_need",
      columns: [t.orgId, t.needId],
      foreignColumns: [roleSkills.orgId, roleSkills.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "need_behaviours_behaviour_fk",
      columns: [t.orgId, t.behaviourId],
      foreignColumns: [behaviours.orgId, behaviours.id],
    }).onDelete("cascade"),
    tenantOnly(),
  ],
);
