import {
  boolean,
  doublePrecision,
  foreignKey,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { id, orgId, tenantOnly } from "./tenant";

export const facets = ["knowledge", "judgment", "fluency"] as const;
export const risks = ["low", "medium", "high"] as const;
export const depths = ["routine", "applied", "complex"] as const;

export const roles = pgTable("roles", { id: id(), orgId: orgId(), name: text("name").notNull() }, (t) => [
  primaryKey({ name: "roles_pk", columns: [t.orgId, t.id] }),
  unique("roles_name").on(t.orgId, t.name),
  tenantOnly(),
]);

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
