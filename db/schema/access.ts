import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { businessUnits } from "./structure";
import { createdAt, id, moment, orgId, tenantOnly } from "./tenant";

export const roleNames = [
  "admin",
  "ld_lead",
  "hrbp",
  "executive",
  "manager",
  "employee",
  "finance",
  "auditor",
] as const;
export type RoleName = (typeof roleNames)[number];

/** Somebody who may sign in. `personId` ties a manager or an employee to their people record (no foreign key: people are distributed). */
export const users = pgTable(
  "users",
  {
    id: id(),
    orgId: orgId(),
    email: text("email").notNull(),
    name: text("name").notNull(),
    passwordHash: text("password_hash"),
    personId: uuid("person_id"),
    disabledAt: moment("disabled_at"),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ name: "users_pk", columns: [t.orgId, t.id] }), unique("users_email").on(t.email), tenantOnly()],
);

/** What a user may do; a role may be limited to a unit and everything below it. */
export const memberships = pgTable(
  "memberships",
  {
    id: id(),
    orgId: orgId(),
    userId: uuid("user_id").notNull(),
    role: text("role", { enum: roleNames }).notNull(),
    unitId: uuid("unit_id"),
  },
  (t) => [
    primaryKey({ name: "memberships_pk", columns: [t.orgId, t.id] }),
    unique("memberships_once").on(t.orgId, t.userId, t.role, t.unitId).nullsNotDistinct(),
    foreignKey({ name: "memberships_user", columns: [t.orgId, t.userId], foreignColumns: [users.orgId, users.id] }),
    foreignKey({
      name: "memberships_unit",
      columns: [t.orgId, t.unitId],
      foreignColumns: [businessUnits.orgId, businessUnits.id],
    }),
    tenantOnly(),
  ],
);

/** Who saw or changed what. The app may add rows, never change or remove them. */
export const auditLog = pgTable(
  "audit_log",
  {
    id: id(),
    orgId: orgId(),
    actorId: uuid("actor_id"),
    action: text("action").notNull(),
    subject: text("subject"),
    detail: jsonb("detail").$type<Record<string, unknown>>().notNull().default({}),
    at: moment("at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "audit_log_pk", columns: [t.orgId, t.id] }),
    index("audit_log_at").on(t.orgId, t.at),
    // Somebody asks who looked at them.
    index("audit_log_subject").on(t.orgId, t.subject, t.at),
    tenantOnly(),
  ],
);

/** Scopes a viewer has been shown, so that a view that differs from one of them by too few people can be refused. */
export const shownScopes = pgTable(
  "shown_scopes",
  {
    id: id(),
    orgId: orgId(),
    userId: uuid("user_id").notNull(),
    /** The period and page: only views alike in this can be subtracted. */
    frame: text("frame").notNull(),
    scope: jsonb("scope").$type<Record<string, unknown>>().notNull(),
    people: integer("people").notNull(),
    at: moment("at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "shown_scopes_pk", columns: [t.orgId, t.id] }),
    index("shown_scopes_frame").on(t.orgId, t.userId, t.frame, t.people),
    tenantOnly(),
  ],
);
