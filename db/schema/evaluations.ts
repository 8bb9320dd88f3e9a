import { foreignKey, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { initiatives } from "./initiatives";
import { id, moment, orgId, tenantOnly } from "./tenant";

/** A stored result: what was computed, from which plan and data, by which code. Never changed. */
export const evaluations = pgTable(
  "evaluations",
  {
    id: id(),
    orgId: orgId(),
    initiativeId: uuid("initiative_id").notNull(),
    planHash: text("plan_hash").notNull(),
    dataVersion: text("data_version").notNull(),
    codeVersion: text("code_version").notNull(),
    seed: integer("seed").notNull(),
    grade: text("grade", { enum: ["A", "B", "C", "D", "E"] }).notNull(),
    result: jsonb("result").notNull(),
    /** The version of the taxonomy in force when it was computed; null before there was one. */
    taxonomyVersion: integer("taxonomy_version"),
    evaluatedAt: moment("evaluated_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "evaluations_pk", columns: [t.orgId, t.id] }),
    unique("evaluations_once").on(t.orgId, t.initiativeId, t.planHash, t.dataVersion, t.codeVersion),
    foreignKey({
      name: "evaluations_initiative",
      columns: [t.orgId, t.initiativeId],
      foreignColumns: [initiatives.orgId, initiatives.id],
    }).onDelete("cascade"),
    tenantOnly(),
  ],
);
