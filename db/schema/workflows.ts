import { sql } from "drizzle-orm";
import {
  boolean,
  date,
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
import { activities } from "./learning";
import { people } from "./people";
import { roles, tasks } from "./taxonomy";
import { createdAt, id, moment, orgId, tenantOnly } from "./tenant";

/** How a role's work really runs, step by step. */
export const workflows = pgTable(
  "workflows",
  {
    id: id(),
    orgId: orgId(),
    roleId: uuid("role_id").notNull(),
    name: text("name").notNull(),
    ownerId: uuid("owner_id"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "workflows_pk", columns: [t.orgId, t.id] }),
    unique("workflows_name").on(t.orgId, t.roleId, t.name),
    foreignKey({ name: "workflows_role", columns: [t.orgId, t.roleId], foreignColumns: [roles.orgId, roles.id] }),
    tenantOnly(),
  ],
);

export const workflowSteps = pgTable(
  "workflow_steps",
  {
    id: id(),
    orgId: orgId(),
    workflowId: uuid("workflow_id").notNull(),
    position: integer("position").notNull(),
    name: text("name").notNull(),
    /** The task whose work events tell how it goes. */
    taskId: uuid("task_id"),
    goodPath: text("good_path"),
    failurePath: text("failure_path"),
    decisionQuality: text("decision_quality"),
    /** The role the case goes to next; null where it stays. */
    handsToRoleId: uuid("hands_to_role_id"),
    /** Hours from the end of this step to the start of the next, as people say; what cases show is computed. */
    statedDelayHours: doublePrecision("stated_delay_hours"),
    /** A KPI that this step decides. */
    kpiId: uuid("kpi_id"),
  },
  (t) => [
    primaryKey({ name: "workflow_steps_pk", columns: [t.orgId, t.id] }),
    foreignKey({
      name: "workflow_steps_workflow",
      columns: [t.orgId, t.workflowId],
      foreignColumns: [workflows.orgId, workflows.id],
    }).onDelete("cascade"),
    foreignKey({ name: "workflow_steps_task", columns: [t.orgId, t.taskId], foreignColumns: [tasks.orgId, tasks.id] }),
    tenantOnly(),
  ],
);

export const frictionKinds = ["struggle", "escalate", "avoidable_error"] as const;
/** A dismissed one was found in data and judged to be none; it keeps the same from being proposed again for a while. */
export const frictionStatuses = ["open", "in_work", "solved", "dismissed"] as const;

/** Where work goes wrong, as somebody told it or data show it. */
export const frictionPoints = pgTable(
  "friction_points",
  {
    id: id(),
    orgId: orgId(),
    roleId: uuid("role_id").notNull(),
    taskId: uuid("task_id"),
    stepId: uuid("step_id"),
    kind: text("kind", { enum: frictionKinds }).notNull(),
    statement: text("statement").notNull(),
    origin: text("origin", { enum: ["interview", "data"] }).notNull(),
    /** Of one from data: what it was computed from when it was kept. */
    figures: jsonb("figures").$type<Record<string, unknown>>(),
    /** People interviewed who named it. */
    toldBy: integer("told_by"),
    status: text("status", { enum: frictionStatuses }).notNull().default("open"),
    /** A problem of the process, not of skill: learning will not solve it. */
    ofProcess: boolean("of_process").notNull().default(false),
    ownerId: uuid("owner_id"),
    createdBy: uuid("created_by"),
    createdAt: createdAt(),
    changedAt: moment("changed_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "friction_points_pk", columns: [t.orgId, t.id] }),
    foreignKey({ name: "friction_points_role", columns: [t.orgId, t.roleId], foreignColumns: [roles.orgId, roles.id] }),
    foreignKey({ name: "friction_points_task", columns: [t.orgId, t.taskId], foreignColumns: [tasks.orgId, tasks.id] }),
    foreignKey({
      name: "friction_points_step",
      columns: [t.orgId, t.stepId],
      foreignColumns: [workflowSteps.orgId, workflowSteps.id],
    }),
    tenantOnly(),
  ],
);

export const revisionStatuses = ["open", "done", "dropped"] as const;

/** Content somebody took on to revise. One is open per activity; what became of it is looked at from `closedAt` on. */
export const contentRevisions = pgTable(
  "content_revisions",
  {
    id: id(),
    orgId: orgId(),
    activityId: uuid("activity_id").notNull(),
    /** In the words of who took it on, and what the evidence said at the time. */
    why: text("why").notNull(),
    status: text("status", { enum: revisionStatuses }).notNull().default("open"),
    /** A user. */
    ownerId: uuid("owner_id"),
    dueOn: date("due_on"),
    openedBy: uuid("opened_by"),
    openedAt: createdAt(),
    /** What was changed, or why nothing was. */
    outcome: text("outcome"),
    closedBy: uuid("closed_by"),
    closedAt: moment("closed_at"),
  },
  (t) => [
    primaryKey({ name: "content_revisions_pk", columns: [t.orgId, t.id] }),
    uniqueIndex("content_revisions_open").on(t.orgId, t.activityId).where(sql`${t.status} = 'open'`),
    foreignKey({
      name: "content_revisions_activity",
      columns: [t.orgId, t.activityId],
      foreignColumns: [activities.orgId, activities.id],
    }).onDelete("cascade"),
    tenantOnly(),
  ],
);

/** What was built to help at a friction point. */
export const frictionActivities = pgTable(
  "friction_activities",
  { orgId: orgId(), frictionId: uuid("friction_id").notNull(), activityId: uuid("activity_id").notNull() },
  (t) => [
    primaryKey({ name: "friction_activities_pk", columns: [t.orgId, t.frictionId, t.activityId] }),
    foreignKey({
      name: "friction_activities_friction",
      columns: [t.orgId, t.frictionId],
      foreignColumns: [frictionPoints.orgId, frictionPoints.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "friction_activities_activity",
      columns: [t.orgId, t.activityId],
      foreignColumns: [activities.orgId, activities.id],
    }).onDelete("cascade"),
    tenantOnly(),
  ],
);

/** Somebody asked for help at work: whom, about what, and what it took. */
export const helpRequests = pgTable(
  "help_requests",
  {
    orgId: orgId(),
    personId: uuid("person_id").notNull(),
    requestId: text("request_id").notNull(),
    askedAt: moment("asked_at").notNull(),
    answeredAt: moment("answered_at"),
    helperId: uuid("helper_id"),
    /** Of the helper. */
    minutes: doublePrecision("minutes"),
    taskId: uuid("task_id"),
    /** The concept it was about, as the source names it. */
    topic: text("topic"),
    channel: text("channel"),
    batchId: uuid("batch_id").notNull(),
  },
  (t) => [
    primaryKey({ name: "help_requests_pk", columns: [t.orgId, t.personId, t.requestId] }),
    index("help_requests_time").on(t.orgId, t.askedAt),
    foreignKey({
      name: "help_requests_person",
      columns: [t.orgId, t.personId],
      foreignColumns: [people.orgId, people.id],
    }).onDelete("cascade"),
    foreignKey({ name: "help_requests_task", columns: [t.orgId, t.taskId], foreignColumns: [tasks.orgId, tasks.id] }),
    tenantOnly(),
  ],
);
