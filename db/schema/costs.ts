import {
  date,
  doublePrecision,
  foreignKey,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { initiatives } from "./initiatives";
import { id, orgId, tenantOnly } from "./tenant";

export const costKinds = ["content", "platform", "facilitation", "administration", "learner_time"] as const;

export const recurrences = ["one_off", "monthly", "yearly"] as const;

export const costs = pgTable(
  "costs",
  {
    id: id(),
    orgId: orgId(),
    initiativeId: uuid("initiative_id").notNull(),
    item: text("item").notNull(),
    kind: text("kind", { enum: costKinds }),
    amount: doublePrecision("amount").notNull(),
    currency: text("currency"),
    spentOn: date("spent_on"),
    hours: doublePrecision("hours"),
    /** Of one that runs, `amount` is what each month or year costs, from `spentOn` until `endsOn`. */
    recurrence: text("recurrence", { enum: recurrences }).notNull().default("one_off"),
    endsOn: date("ends_on"),
    note: text("note"),
    /** Null for one entered in the app. */
    batchId: uuid("batch_id"),
    enteredBy: uuid("entered_by"),
    revision: integer("revision").notNull().default(1),
  },
  (t) => [
    primaryKey({ name: "costs_pk", columns: [t.orgId, t.id] }),
    unique("costs_once").on(t.orgId, t.initiativeId, t.item, t.kind, t.spentOn).nullsNotDistinct(),
    foreignKey({
      name: "costs_initiative",
      columns: [t.orgId, t.initiativeId],
      foreignColumns: [initiatives.orgId, initiatives.id],
    }).onDelete("cascade"),
    tenantOnly(),
  ],
);
