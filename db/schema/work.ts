import { sql } from "drizzle-orm";
import {
  boolean,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { teams } from "./structure";
import { factOrgId, id, moment, orgId, tenantOnly } from "./tenant";

export const workOutcomes = ["ok", "error", "reopened", "escalated"] as const;
export const observationSources = ["manager", "peer", "self", "system"] as const;
export const kpiLayers = ["leading", "in_work", "business", "talent"] as const;
export const kpiKinds = ["mean", "ratio", "sum", "rate"] as const;
export const kpiDomains = ["revenue", "cost", "safety", "efficiency"] as const;
export const directions = ["up", "down"] as const;
export const answerClasses = ["helpful", "distracting", "irrelevant"] as const;
export const answerDimensions = ["learning", "growth", "support"] as const;
export const instruments = ["pulse", "debrief", "focus_group", "annual"] as const;

/** A unit of work somebody finished. Partitioned by month of `completedAt` (see the first migration). */
export const workEvents = pgTable(
  "work_events",
  {
    orgId: factOrgId(),
    personId: uuid("person_id").notNull(),
    completedAt: moment("completed_at").notNull(),
    eventId: text("event_id").notNull(),
    taskId: uuid("task_id").notNull(),
    startedAt: moment("started_at"),
    outcome: text("outcome", { enum: workOutcomes }),
    assisted: boolean("assisted"),
    quality: doublePrecision("quality"),
    value: doublePrecision("value"),
    /** What one case, ticket or order is made of: pieces of work that share it. */
    caseId: text("case_id"),
    caseType: text("case_type"),
    batchId: uuid("batch_id").notNull(),
  },
  (t) => [
    primaryKey({ name: "work_events_pk", columns: [t.orgId, t.personId, t.completedAt, t.eventId] }),
    index("work_events_time").using("brin", t.completedAt),
    tenantOnly(),
  ],
);

/** A rating of a behaviour. Development evidence: visible to the person, their coach, and as aggregates. */
export const observations = pgTable(
  "observations",
  {
    orgId: factOrgId(),
    personId: uuid("person_id").notNull(),
    observationId: text("observation_id").notNull(),
    observedAt: moment("observed_at").notNull(),
    behaviourId: uuid("behaviour_id").notNull(),
    level: doublePrecision("level").notNull(),
    source: text("source", { enum: observationSources }).notNull(),
    raterId: uuid("rater_id"),
    independent: boolean("independent"),
    accurate: boolean("accurate"),
    artefact: text("artefact"),
    consistent: boolean("consistent"),
    note: text("note"),
    /** As the source said it, where it used another scale than ours; `level` is what the scale's mapping makes of it. */
    statedLevel: doublePrecision("stated_level"),
    scaleId: uuid("scale_id"),
    /** Of a rating by a rule from system signals. */
    ruleId: uuid("rule_id"),
    ruleVersion: integer("rule_version"),
    /** The version of the taxonomy it was rated by; null before there was one. */
    taxonomyVersion: integer("taxonomy_version"),
    /** The user who entered it; null for one from a file or a rule. */
    enteredBy: uuid("entered_by"),
    enteredAt: moment("entered_at"),
    /** Set when it was contested and taken back: it stays, and counts nowhere. */
    struckAt: moment("struck_at"),
    /** Null for one entered in the app or found by a rule. */
    batchId: uuid("batch_id"),
  },
  (t) => [
    primaryKey({ name: "observations_pk", columns: [t.orgId, t.personId, t.observationId] }),
    index("observations_time").using("brin", t.observedAt),
    index("observations_rule").on(t.orgId, t.ruleId).where(sql`${t.ruleId} is not null`),
    tenantOnly(),
  ],
);

/**
 * Every source event id once, whoever it is about and whenever it happened: a repeat never counts twice. `digest` is the md5 of
 * the row's content; the same id with another digest is a correction.
 */
export const eventIds = pgTable(
  "event_ids",
  {
    orgId: factOrgId(),
    kind: smallint("kind").notNull(),
    eventId: text("event_id").notNull(),
    personId: uuid("person_id").notNull(),
    occurredAt: moment("occurred_at").notNull(),
    digest: uuid("digest").notNull(),
  },
  (t) => [primaryKey({ name: "event_ids_pk", columns: [t.orgId, t.kind, t.eventId] }), tenantOnly()],
);

export const kpis = pgTable(
  "kpis",
  {
    id: id(),
    orgId: orgId(),
    code: text("code").notNull(),
    name: text("name").notNull(),
    layer: text("layer", { enum: kpiLayers }),
    family: text("family"),
    /** What of the business it speaks of; null: nobody said. */
    domain: text("domain", { enum: kpiDomains }),
    unit: text("unit"),
    direction: text("direction", { enum: directions }).notNull().default("up"),
    kind: text("kind", { enum: kpiKinds }).notNull().default("mean"),
    valuePerUnit: doublePrecision("value_per_unit"),
    currency: text("currency"),
  },
  (t) => [
    primaryKey({ name: "kpis_pk", columns: [t.orgId, t.id] }),
    unique("kpis_code").on(t.orgId, t.code),
    tenantOnly(),
  ],
);

/** A person's KPI for the period that ends on `endsOn`: a value, or a numerator and a denominator. */
export const kpiValues = pgTable(
  "kpi_values",
  {
    orgId: factOrgId(),
    personId: uuid("person_id").notNull(),
    kpiId: uuid("kpi_id").notNull(),
    endsOn: date("ends_on").notNull(),
    value: doublePrecision("value"),
    numerator: doublePrecision("numerator"),
    denominator: doublePrecision("denominator"),
    batchId: uuid("batch_id").notNull(),
  },
  (t) => [
    primaryKey({ name: "kpi_values_pk", columns: [t.orgId, t.personId, t.kpiId, t.endsOn] }),
    index("kpi_values_kpi").on(t.orgId, t.kpiId, t.endsOn),
    tenantOnly(),
  ],
);

/** A KPI that only exists per team. */
export const teamKpiValues = pgTable(
  "team_kpi_values",
  {
    orgId: orgId(),
    teamId: uuid("team_id").notNull(),
    kpiId: uuid("kpi_id").notNull(),
    endsOn: date("ends_on").notNull(),
    value: doublePrecision("value"),
    numerator: doublePrecision("numerator"),
    denominator: doublePrecision("denominator"),
    batchId: uuid("batch_id").notNull(),
  },
  (t) => [
    primaryKey({ name: "team_kpi_values_pk", columns: [t.orgId, t.teamId, t.kpiId, t.endsOn] }),
    foreignKey({ name: "team_kpi_values_team", columns: [t.orgId, t.teamId], foreignColumns: [teams.orgId, teams.id] }),
    foreignKey({ name: "team_kpi_values_kpi", columns: [t.orgId, t.kpiId], foreignColumns: [kpis.orgId, kpis.id] }),
    tenantOnly(),
  ],
);

/** An answer to a survey; `personId` is null for an anonymous one. */
export const surveyAnswers = pgTable(
  "survey_answers",
  {
    id: id(),
    orgId: orgId(),
    personId: uuid("person_id"),
    answeredOn: date("answered_on").notNull(),
    instrument: text("instrument", { enum: instruments }),
    initiativeCode: text("initiative_code"),
    question: text("question"),
    answer: text("answer"),
    class: text("class", { enum: answerClasses }),
    /** Which of the three experiences it speaks of. */
    dimension: text("dimension", { enum: answerDimensions }),
    /** 1 to 5. */
    score: doublePrecision("score"),
    /** Of one given in the app: the form, and what was sent together. */
    surveyId: uuid("survey_id"),
    responseId: uuid("response_id"),
    questionId: text("question_id"),
    /** Null for one given in the app. */
    batchId: uuid("batch_id"),
  },
  (t) => [
    primaryKey({ name: "survey_answers_pk", columns: [t.orgId, t.id] }),
    index("survey_answers_batch").on(t.orgId, t.batchId),
    index("survey_answers_survey").on(t.orgId, t.surveyId),
    tenantOnly(),
  ],
);
