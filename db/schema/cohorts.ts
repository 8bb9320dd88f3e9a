import { date, foreignKey, index, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, orgId, tenantOnly } from "./tenant";

/** A group of people somebody named: by a rule that is asked anew each time, or frozen to the people it held on a day. */
export const cohorts = pgTable(
  "cohorts",
  {
    id: id(),
    orgId: orgId(),
    name: text("name").notNull(),
    /** As `lib/compare` writes it; what a frozen cohort was drawn by, or `{}` for a list. */
    rule: jsonb("rule").$type<Record<string, unknown>>().notNull(),
    /** The day its people were fixed; null where the rule is asked anew. */
    frozenOn: date("frozen_on"),
    createdBy: uuid("created_by"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "cohorts_pk", columns: [t.orgId, t.id] }),
    unique("cohorts_name").on(t.orgId, t.name),
    tenantOnly(),
  ],
);

/** The people of a frozen cohort. No key to people, so that an import of theirs can be undone. */
export const cohortMembers = pgTable(
  "cohort_members",
  {
    orgId: orgId(),
    personId: uuid("person_id").notNull(),
    cohortId: uuid("cohort_id").notNull(),
  },
  (t) => [
    primaryKey({ name: "cohort_members_pk", columns: [t.orgId, t.personId, t.cohortId] }),
    index("cohort_members_cohort").on(t.orgId, t.cohortId),
    foreignKey({
      name: "cohort_members_cohort_fk",
      columns: [t.orgId, t.cohortId],
      foreignColumns: [cohorts.orgId, cohorts.id],
    }).onDelete("cascade"),
    tenantOnly(),
  ],
);
