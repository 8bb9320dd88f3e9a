import { date, foreignKey, jsonb, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { roles, skills } from "./taxonomy";
import { createdAt, id, moment, orgId, tenantOnly } from "./tenant";

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
