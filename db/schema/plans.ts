import {
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { initiatives } from "./initiatives";
import { moment, orgId, tenantOnly } from "./tenant";

/** A change of a plan after it was first written down: what it was, what it became, by whom and why. Never changed itself. */
export const planAmendments = pgTable(
  "plan_amendments",
  {
    orgId: orgId(),
    initiativeId: uuid("initiative_id").notNull(),
    number: integer("number").notNull(),
    amendedAt: moment("amended_at").notNull().defaultNow(),
    amendedBy: uuid("amended_by"),
    reason: text("reason").notNull(),
    /** The plan before and after, as study.json would say it. */
    before: jsonb("before").$type<Record<string, unknown>>().notNull(),
    after: jsonb("after").$type<Record<string, unknown>>().notNull(),
    hashBefore: text("hash_before").notNull(),
    hashAfter: text("hash_after").notNull(),
  },
  (t) => [
    primaryKey({ name: "plan_amendments_pk", columns: [t.orgId, t.initiativeId, t.number] }),
    foreignKey({
      name: "plan_amendments_initiative",
      columns: [t.orgId, t.initiativeId],
      foreignColumns: [initiatives.orgId, initiatives.id],
    }).onDelete("cascade"),
    tenantOnly(),
  ],
);

/** What was frozen when a plan was registered or brought in: the plan's hash, and hashes of who was in which arm and of their baseline. */
export const planRegistrations = pgTable(
  "plan_registrations",
  {
    orgId: orgId(),
    initiativeId: uuid("initiative_id").notNull(),
    frozenAt: moment("frozen_at").notNull().defaultNow(),
    /** Null for one frozen by the import that brought it in. */
    frozenBy: uuid("frozen_by"),
    planHash: text("plan_hash").notNull(),
    cohortHash: text("cohort_hash").notNull(),
    baselineHash: text("baseline_hash").notNull(),
    people: integer("people").notNull(),
  },
  (t) => [
    primaryKey({ name: "plan_registrations_pk", columns: [t.orgId, t.initiativeId] }),
    foreignKey({
      name: "plan_registrations_initiative",
      columns: [t.orgId, t.initiativeId],
      foreignColumns: [initiatives.orgId, initiatives.id],
    }).onDelete("cascade"),
    tenantOnly(),
  ],
);

/** The frozen cohort: arm, cluster and baseline of each person as they were. No key to people, so that a record outlives the row it is of. */
export const registeredMembers = pgTable(
  "registered_members",
  {
    orgId: orgId(),
    personId: uuid("person_id").notNull(),
    initiativeId: uuid("initiative_id").notNull(),
    arm: text("arm").notNull(),
    cluster: text("cluster"),
    /** Mean of the primary KPI over the baseline window, untransformed; null where there was no value yet. */
    baseline: doublePrecision("baseline"),
  },
  (t) => [
    primaryKey({ name: "registered_members_pk", columns: [t.orgId, t.personId, t.initiativeId] }),
    index("registered_members_initiative").on(t.orgId, t.initiativeId),
    foreignKey({
      name: "registered_members_registration",
      columns: [t.orgId, t.initiativeId],
      foreignColumns: [planRegistrations.orgId, planRegistrations.initiativeId],
    }).onDelete("cascade"),
    tenantOnly(),
  ],
);
