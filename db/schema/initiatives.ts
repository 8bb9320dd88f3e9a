import {
  boolean,
  date,
  doublePrecision,
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
import { people } from "./people";
import { createdAt, id, moment, orgId, tenantOnly } from "./tenant";
import { kpis } from "./work";

export const designs = [
  "randomised",
  "cluster_randomised",
  "phased",
  "comparison",
  "before_after",
  "time_to_event",
] as const;
export const periods = ["day", "week", "month", "quarter", "year"] as const;
export const assignments = ["randomised", "phased", "chosen"] as const;
export const kpiRoles = ["primary", "secondary", "placebo"] as const;
export const costKinds = ["content", "platform", "facilitation", "administration", "learner_time"] as const;

export const recurrences = ["one_off", "monthly", "yearly"] as const;

export type Allocation = Record<string, number> | "unknown";

/** What the primary KPI is to show, where it is not superiority. The margin is in the KPI's unit (of a log: of the log), above zero: how much worse is not worse. */
export type Hypothesis = { kind: "non_inferiority"; margin: number };

/** People a plan leaves out, by a column the study knows; what is `in` a list, or a number `below` or `above` a limit. */
export type Exclusion = {
  column: string;
  in?: string[] | undefined;
  below?: number | undefined;
  above?: number | undefined;
  reason: string;
};

/** What the design could detect when it was chosen, from the organisation's own history; in the unit of the primary KPI. */
export type PlannedPower = {
  method: string;
  detectable: number | null;
  standardError: number | null;
  degreesOfFreedom: number | null;
  power: number;
  alpha: number;
};

/** What an initiative declares before it starts; names as the files use them, so that a plan outlives a renamed row. */
export type Chain = {
  skill_gap?: string | undefined;
  role?: string[] | undefined;
  skills?: string[] | undefined;
  behaviours?: string[] | undefined;
  activities?: string[] | undefined;
  kpis?:
    | {
        leading?: string[] | undefined;
        in_work?: string[] | undefined;
        business?: string[] | undefined;
        talent?: string[] | undefined;
      }
    | undefined;
};

export const initiatives = pgTable(
  "initiatives",
  {
    id: id(),
    orgId: orgId(),
    code: text("code").notNull(),
    title: text("title").notNull(),
    summary: text("summary"),
    /** Shown on the page as it is; the demo states its planted truth here. */
    note: text("note"),
    design: text("design", { enum: designs }).notNull(),
    unitOfAnalysis: text("unit_of_analysis", { enum: ["person", "team"] })
      .notNull()
      .default("person"),
    cluster: text("cluster"),
    period: text("period", { enum: periods }).notNull().default("month"),
    baselineFrom: date("baseline_from"),
    baselineTo: date("baseline_to"),
    followUpFrom: date("follow_up_from"),
    followUpTo: date("follow_up_to"),
    control: text("control", { enum: ["never_treated", "not_yet_treated"] }),
    covariates: jsonb("covariates").$type<string[]>().notNull().default([]),
    transform: jsonb("transform").$type<Record<string, "none" | "log">>().notNull().default({}),
    confidence: doublePrecision("confidence").notNull().default(0.95),
    seed: integer("seed").notNull().default(1),
    /** Share or weight of each arm in the draw; `unknown` where nobody wrote it down. Null: lots were equal. */
    allocation: jsonb("allocation").$type<Allocation>(),
    chain: jsonb("chain").$type<Chain>().notNull().default({}),
    /** Null: superiority. */
    hypothesis: jsonb("hypothesis").$type<Hypothesis>(),
    exclusions: jsonb("exclusions").$type<Exclusion[]>().notNull().default([]),
    plannedPower: jsonb("planned_power").$type<PlannedPower>(),
    /** Made in the app and not registered yet: may be changed freely, and is not evaluated. */
    draft: boolean("draft").notNull().default(false),
    /** An exploration: the initiative whose people it looks at again. Its result never replaces the registered one. */
    explores: uuid("explores"),
    /** The version before this one: what was learned there went into this plan. */
    iterates: uuid("iterates"),
    /** 1 for one that iterates nothing. */
    version: integer("version").notNull().default(1),
    registeredAt: date("registered_at"),
    /** Who registered it in the app; null where a file says when it was. */
    registeredBy: uuid("registered_by"),
    /** sha256 of the plan as registered: what was promised before anybody was exposed. */
    planHash: text("plan_hash").notNull(),
    /** Null for one made in the app. */
    batchId: uuid("batch_id"),
    createdBy: uuid("created_by"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "initiatives_pk", columns: [t.orgId, t.id] }),
    unique("initiatives_code").on(t.orgId, t.code),
    foreignKey({
      name: "initiatives_explores",
      columns: [t.orgId, t.explores],
      foreignColumns: [t.orgId, t.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "initiatives_iterates",
      columns: [t.orgId, t.iterates],
      foreignColumns: [t.orgId, t.id],
    }),
    tenantOnly(),
  ],
);

export const initiativeKpis = pgTable(
  "initiative_kpis",
  {
    orgId: orgId(),
    initiativeId: uuid("initiative_id").notNull(),
    kpiId: uuid("kpi_id").notNull(),
    /** A placebo is a KPI the programme should not move. */
    role: text("role", { enum: kpiRoles }).notNull(),
  },
  (t) => [
    primaryKey({ name: "initiative_kpis_pk", columns: [t.orgId, t.initiativeId, t.kpiId] }),
    foreignKey({
      name: "initiative_kpis_initiative",
      columns: [t.orgId, t.initiativeId],
      foreignColumns: [initiatives.orgId, initiatives.id],
    }).onDelete("cascade"),
    foreignKey({ name: "initiative_kpis_kpi", columns: [t.orgId, t.kpiId], foreignColumns: [kpis.orgId, kpis.id] }),
    tenantOnly(),
  ],
);

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
