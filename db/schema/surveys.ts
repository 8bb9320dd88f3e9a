import {
  boolean,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { businessUnits } from "./structure";
import { createdAt, id, moment, orgId, tenantOnly } from "./tenant";
import { instruments } from "./work";

export type SurveyQuestion = {
  id: string;
  text: string;
  kind: "class" | "scale" | "words";
  /** What the answer speaks of. */
  dimension?: "learning" | "growth" | "support" | undefined;
  required: boolean;
};

/** A short form: a pulse by link, the notes of a debrief or focus group, or an annual survey. */
export const surveys = pgTable(
  "surveys",
  {
    id: id(),
    orgId: orgId(),
    title: text("title").notNull(),
    introduction: text("introduction"),
    instrument: text("instrument", { enum: instruments }).notNull(),
    /** The initiative it asks about; null: none in particular. */
    initiativeId: uuid("initiative_id"),
    /** The unit whose people are asked, with those below it; null: everybody. */
    unitId: uuid("unit_id"),
    questions: jsonb("questions").$type<SurveyQuestion[]>().notNull(),
    /** Answers carry nobody's name, and nothing is shown before the minimum has answered. */
    isAnonymous: boolean("is_anonymous").notNull().default(true),
    opensOn: date("opens_on").notNull(),
    closesOn: date("closes_on"),
    closedAt: moment("closed_at"),
    revision: integer("revision").notNull().default(1),
    createdBy: uuid("created_by"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "surveys_pk", columns: [t.orgId, t.id] }),
    index("surveys_unit").on(t.orgId, t.unitId),
    foreignKey({
      name: "surveys_unit_fk",
      columns: [t.orgId, t.unitId],
      foreignColumns: [businessUnits.orgId, businessUnits.id],
    }),
    tenantOnly(),
  ],
);

/** A way in without an account. Of one person it is good once and does not say what they answered; a shared one is good for `mostAnswers`. */
export const surveyLinks = pgTable(
  "survey_links",
  {
    id: id(),
    orgId: orgId(),
    surveyId: uuid("survey_id").notNull(),
    tokenHash: text("token_hash").notNull(),
    personId: uuid("person_id"),
    mostAnswers: integer("most_answers").notNull(),
    answers: integer("answers").notNull().default(0),
    revokedAt: moment("revoked_at"),
    createdBy: uuid("created_by"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "survey_links_pk", columns: [t.orgId, t.id] }),
    unique("survey_links_token").on(t.orgId, t.tokenHash),
    foreignKey({
      name: "survey_links_survey",
      columns: [t.orgId, t.surveyId],
      foreignColumns: [surveys.orgId, surveys.id],
    }).onDelete("cascade"),
    tenantOnly(),
  ],
);
