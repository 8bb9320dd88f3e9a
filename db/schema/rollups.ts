import { sql } from "drizzle-orm";
import {
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { moment, orgId, tenantOnly } from "./tenant";

const count = (name: string) => integer(name).notNull().default(0);
const sum = (name: string) => doublePrecision(name).notNull().default(0);

/**
 * One row per person and month they were employed (or did something) in: the base of every scorecard figure. Where the person
 * worked is taken from the last day of the month they were employed on. Recomputed from the facts whenever one of them changes.
 */
export const personMonths = pgTable(
  "person_months",
  {
    orgId: orgId(),
    month: date("month").notNull(),
    personId: uuid("person_id").notNull(),
    unitId: uuid("unit_id"),
    siteId: uuid("site_id"),
    teamId: uuid("team_id"),
    roleId: uuid("role_id"),
    employedDays: smallint("employed_days").notNull().default(0),

    /** What the person did, reminders sent to them left out. */
    events: count("events"),
    inFlowEvents: count("in_flow_events"),
    destinationEvents: count("destination_events"),
    selfEvents: count("self_events"),
    /** Events whose `assigned_by` is known. */
    assignedKnown: count("assigned_known"),
    shares: count("shares"),
    managerNudges: count("manager_nudges"),
    usesBeforeComplex: count("uses_before_complex"),
    /** Complex tasks before which the person used learning at least twice in the month. */
    repeatComplexTasks: count("repeat_complex_tasks"),
    completions: count("completions"),
    certifications: count("certifications"),
    questions: count("questions"),
    seconds: sum("seconds"),
    scoreSum: sum("score_sum"),
    scoreN: count("score_n"),
    satisfactionSum: sum("satisfaction_sum"),
    satisfactionN: count("satisfaction_n"),
    /** Bit d-1 is set when the person did something on day d. */
    dayMask: integer("day_mask").notNull().default(0),
    inFlowDayMask: integer("in_flow_day_mask").notNull().default(0),

    jobs: count("jobs"),
    jobsOk: count("jobs_ok"),
    jobErrors: count("job_errors"),
    jobsReopened: count("jobs_reopened"),
    jobsEscalated: count("jobs_escalated"),
    jobsAssisted: count("jobs_assisted"),
    assistedKnown: count("assisted_known"),
    qualitySum: sum("quality_sum"),
    qualityN: count("quality_n"),
    /** Median minutes from start to completion of the month's jobs whose start is known. */
    cycleMinutes: doublePrecision("cycle_minutes"),

    hires: count("hires"),
    promotions: count("promotions"),
    /** Lateral moves and transfers. */
    moves: count("moves"),
    exits: count("exits"),
    voluntaryExits: count("voluntary_exits"),
    regrettedExits: count("regretted_exits"),
  },
  (t) => [
    primaryKey({ name: "person_months_pk", columns: [t.orgId, t.month, t.personId] }),
    index("person_months_person").on(t.orgId, t.personId),
    index("person_months_cycle").on(t.orgId, t.month).where(sql`${t.cycleMinutes} is not null`),
    tenantOnly(),
  ],
);

/** Ratings of a behaviour per person and month. Ratings of oneself stand apart and never make a skill "applied". */
export const behaviourMonths = pgTable(
  "behaviour_months",
  {
    orgId: orgId(),
    month: date("month").notNull(),
    personId: uuid("person_id").notNull(),
    behaviourId: uuid("behaviour_id").notNull(),
    ratings: count("ratings"),
    levelSum: sum("level_sum"),
    selfRatings: count("self_ratings"),
    selfLevelSum: sum("self_level_sum"),
    independentKnown: count("independent_known"),
    independent: count("independent"),
    accurateKnown: count("accurate_known"),
    accurate: count("accurate"),
    /** Ratings both independent and accurate. */
    sound: count("sound"),
  },
  (t) => [
    primaryKey({ name: "behaviour_months_pk", columns: [t.orgId, t.month, t.personId, t.behaviourId] }),
    index("behaviour_months_person").on(t.orgId, t.personId),
    tenantOnly(),
  ],
);

/** The first time a person was certified in a skill (verb `certified`, or `passed` on a certification). */
export const certifications = pgTable(
  "certifications",
  {
    orgId: orgId(),
    personId: uuid("person_id").notNull(),
    skillId: uuid("skill_id").notNull(),
    certifiedOn: date("certified_on").notNull(),
  },
  (t) => [primaryKey({ name: "certifications_pk", columns: [t.orgId, t.personId, t.skillId] }), tenantOnly()],
);

/**
 * Person-months whose facts changed and whose rollups have not been recomputed yet: between the files of one upload, or because it
 * was interrupted. `nobody` stands for all people, `everyMonth` for all months of a person; `source` says which facts changed.
 */
export const pendingRollups = pgTable(
  "pending_rollups",
  {
    orgId: orgId(),
    personId: uuid("person_id").notNull(),
    month: date("month").notNull(),
    source: text("source").notNull().default("place"),
  },
  (t) => [primaryKey({ name: "pending_rollups_pk", columns: [t.orgId, t.personId, t.month, t.source] }), tenantOnly()],
);
export const everyMonth = "0001-01-01";

export const grains = ["month", "quarter", "year"] as const;
export const nobody = "00000000-0000-0000-0000-000000000000";

/**
 * Ready-made scorecard figures. Each figure is a ratio of sums over people, sum(numerator) / sum(denominator), so a cell keeps
 * the number of people, both sums and their centred second moments: cells of disjoint groups add up exactly (Chan et al. 1979).
 * `level` says what a cell covers: 0 unit x role x site, 1 unit, 2 the organisation; what it does not divide by holds `nobody`.
 */
export const metricCells = pgTable(
  "metric_cells",
  {
    orgId: orgId(),
    grain: text("grain", { enum: grains }).notNull(),
    periodStart: date("period_start").notNull(),
    level: smallint("level").notNull(),
    metric: text("metric").notNull(),
    unitId: uuid("unit_id").notNull(),
    roleId: uuid("role_id").notNull(),
    siteId: uuid("site_id").notNull(),
    people: integer("people").notNull(),
    numerator: doublePrecision("numerator").notNull(),
    denominator: doublePrecision("denominator").notNull(),
    numeratorM2: doublePrecision("numerator_m2").notNull(),
    denominatorM2: doublePrecision("denominator_m2").notNull(),
    crossM2: doublePrecision("cross_m2").notNull(),
  },
  (t) => [
    primaryKey({
      name: "metric_cells_pk",
      columns: [t.orgId, t.level, t.metric, t.grain, t.periodStart, t.unitId, t.roleId, t.siteId],
    }),
    tenantOnly(),
  ],
);

/**
 * Cycle times, which as medians do not add up: each cell keeps the minutes of its people in the period, in order. Cells as the
 * finest of `metric_cells`; what is not known holds `nobody`.
 */
export const cycleTimes = pgTable(
  "cycle_times",
  {
    orgId: orgId(),
    grain: text("grain", { enum: grains }).notNull(),
    periodStart: date("period_start").notNull(),
    unitId: uuid("unit_id").notNull(),
    roleId: uuid("role_id").notNull(),
    siteId: uuid("site_id").notNull(),
    people: integer("people").notNull(),
    minutes: doublePrecision("minutes").array().notNull(),
  },
  (t) => [
    primaryKey({
      name: "cycle_times_pk",
      columns: [t.orgId, t.grain, t.periodStart, t.unitId, t.roleId, t.siteId],
    }),
    tenantOnly(),
  ],
);

/**
 * Answers about the whole organisation that take long to compute, kept by name and question (`lib/prepared`). `stamp` is of the data they were
 * computed from: with another in force they are told as older, and computed again by the worker.
 */
export const preparedAnswers = pgTable(
  "prepared_answers",
  {
    orgId: orgId(),
    name: text("name").notNull(),
    question: text("question").notNull(),
    stamp: text("stamp").notNull(),
    answer: jsonb("answer").notNull(),
    computedAt: moment("computed_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ name: "prepared_answers_pk", columns: [t.orgId, t.name, t.question] }), tenantOnly()],
);
