import { date, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { initiatives } from "./initiatives";
import { createdAt, id, moment, orgId, tenantOnly } from "./tenant";

export const decisionKinds = ["scale", "fix", "stop", "wait", "start", "other"] as const;
export const decisionOutcomes = ["as_expected", "better", "worse", "cannot_tell"] as const;

/** What was decided, by whom, on what evidence as it stood that day, and when somebody looks again. */
export const decisions = pgTable(
  "decisions",
  {
    id: id(),
    orgId: orgId(),
    /** Null: of something that is no initiative. */
    initiativeId: uuid("initiative_id"),
    kind: text("kind", { enum: decisionKinds }).notNull(),
    title: text("title").notNull(),
    reason: text("reason").notNull(),
    decidedBy: text("decided_by").notNull(),
    decidedOn: date("decided_on").notNull(),
    reviewOn: date("review_on"),
    /** Grade, sentence, figures of money, data version and advice of that moment. */
    evidence: jsonb("evidence").$type<Record<string, unknown>>().notNull(),
    revision: integer("revision").notNull().default(1),
    withdrawnAt: moment("withdrawn_at"),
    recordedBy: uuid("recorded_by"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "decisions_pk", columns: [t.orgId, t.id] }),
    index("decisions_initiative").on(t.orgId, t.initiativeId),
    foreignKey({
      name: "decisions_initiative_fk",
      columns: [t.orgId, t.initiativeId],
      foreignColumns: [initiatives.orgId, initiatives.id],
    }),
    tenantOnly(),
  ],
);

/** What happened after a decision, with the evidence of the day of looking. */
export const decisionReviews = pgTable(
  "decision_reviews",
  {
    id: id(),
    orgId: orgId(),
    decisionId: uuid("decision_id").notNull(),
    reviewedOn: date("reviewed_on").notNull(),
    outcome: text("outcome", { enum: decisionOutcomes }).notNull(),
    whatHappened: text("what_happened").notNull(),
    evidence: jsonb("evidence").$type<Record<string, unknown>>().notNull(),
    reviewedBy: uuid("reviewed_by"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "decision_reviews_pk", columns: [t.orgId, t.id] }),
    foreignKey({
      name: "decision_reviews_decision",
      columns: [t.orgId, t.decisionId],
      foreignColumns: [decisions.orgId, decisions.id],
    }).onDelete("cascade"),
    tenantOnly(),
  ],
);
