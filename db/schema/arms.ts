import { date, foreignKey, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { initiatives } from "./initiatives";
import { people } from "./people";
import { orgId, tenantOnly } from "./tenant";

export const assignments = ["randomised", "phased", "chosen"] as const;

/** Who was assigned to which arm (`control`, `treatment`, `wave-...`), and when they were first exposed. */
export const armMembers = pgTable(
  "arm_members",
  {
    orgId: orgId(),
    personId: uuid("person_id").notNull(),
    initiativeId: uuid("initiative_id").notNull(),
    arm: text("arm").notNull(),
    exposedOn: date("exposed_on"),
    /** The start the draw gave them; `exposedOn` is when it happened. */
    plannedOn: date("planned_on"),
    cluster: text("cluster"),
    assigned: text("assigned", { enum: assignments }),
    /** Columns of cohort.csv nobody knows: what lots were drawn within, covariates. */
    attributes: jsonb("attributes").$type<Record<string, string | number>>().notNull().default({}),
    /** Null for one drawn in the app. */
    batchId: uuid("batch_id"),
  },
  (t) => [
    primaryKey({ name: "arm_members_pk", columns: [t.orgId, t.personId, t.initiativeId] }),
    index("arm_members_initiative").on(t.orgId, t.initiativeId),
    foreignKey({
      name: "arm_members_person",
      columns: [t.orgId, t.personId],
      foreignColumns: [people.orgId, people.id],
    }),
    foreignKey({
      name: "arm_members_initiative_fk",
      columns: [t.orgId, t.initiativeId],
      foreignColumns: [initiatives.orgId, initiatives.id],
    }),
    tenantOnly(),
  ],
);
