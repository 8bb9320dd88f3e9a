import {
  boolean,
  date,
  doublePrecision,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import {
  type Allocation,
  type Chain,
  designs,
  type Exclusion,
  type Hypothesis,
  kpiRoles,
  type PlannedPower,
  periods,
} from "./plan-terms";
import { createdAt, id, orgId, tenantOnly } from "./tenant";
import { kpis } from "./work";

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
