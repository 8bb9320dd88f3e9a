import {
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
import { initiatives } from "./initiatives";
import { createdAt, id, moment, orgId, tenantOnly } from "./tenant";
import { kpis } from "./work";

export const valueTypes = ["labour", "quality", "revenue", "safety"] as const;
export type ValueType = (typeof valueTypes)[number];

export const assumptionOrigins = ["measured", "file", "stated", "template"] as const;
export const signatureKinds = ["signed", "declined", "withdrawn"] as const;

/** What one unit of a foreign currency is worth in the organisation's own, from a day on; entered by somebody who names a source. */
export const exchangeRates = pgTable(
  "exchange_rates",
  {
    id: id(),
    orgId: orgId(),
    currency: text("currency").notNull(),
    validFrom: date("valid_from").notNull(),
    rate: doublePrecision("rate").notNull(),
    source: text("source").notNull(),
    enteredBy: uuid("entered_by"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "exchange_rates_pk", columns: [t.orgId, t.id] }),
    unique("exchange_rates_once").on(t.orgId, t.currency, t.validFrom),
    tenantOnly(),
  ],
);

/** One way in which an effect becomes money: of which KPI, as which kind of value. */
export const benefitLines = pgTable(
  "benefit_lines",
  {
    id: id(),
    orgId: orgId(),
    initiativeId: uuid("initiative_id").notNull(),
    kpiId: uuid("kpi_id").notNull(),
    title: text("title").notNull(),
    valueType: text("value_type", { enum: valueTypes }).notNull(),
    /** Lines of one stream are the same money seen twice: of each person the stream counts once, also across initiatives. */
    stream: text("stream").notNull(),
    /** The example calculator it was made from. */
    template: text("template"),
    position: integer("position").notNull().default(0),
    createdBy: uuid("created_by"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "benefit_lines_pk", columns: [t.orgId, t.id] }),
    unique("benefit_lines_once").on(t.orgId, t.initiativeId, t.kpiId, t.valueType),
    foreignKey({
      name: "benefit_lines_initiative",
      columns: [t.orgId, t.initiativeId],
      foreignColumns: [initiatives.orgId, initiatives.id],
    }).onDelete("cascade"),
    foreignKey({ name: "benefit_lines_kpi", columns: [t.orgId, t.kpiId], foreignColumns: [kpis.orgId, kpis.id] }),
    tenantOnly(),
  ],
);

/** One of several values somebody states for an assumption. */
export type StatedValue = { value: number; source: string };

/**
 * What a figure of money takes for granted: of a benefit line, of an initiative, or of the whole organisation (neither named). Signed only as long
 * as a signature's digest is that of what stands here.
 */
export const assumptions = pgTable(
  "assumptions",
  {
    id: id(),
    orgId: orgId(),
    initiativeId: uuid("initiative_id"),
    lineId: uuid("line_id"),
    /** What it is within its line or initiative, as `lib/roi` knows it: `volume`, `value_per_unit`, `discount_rate`, ... */
    key: text("key").notNull(),
    unit: text("unit").notNull(),
    /** Null: nobody has stated it yet, and what hangs on it is not counted. */
    value: doublePrecision("value"),
    low: doublePrecision("low"),
    high: doublePrecision("high"),
    alternatives: jsonb("alternatives").$type<StatedValue[]>().notNull().default([]),
    origin: text("origin", { enum: assumptionOrigins }).notNull(),
    source: text("source"),
    ownerId: uuid("owner_id"),
    note: text("note"),
    /** Rises with every change: what two people change at once is refused to the second. */
    revision: integer("revision").notNull().default(1),
    changedBy: uuid("changed_by"),
    changedAt: moment("changed_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "assumptions_pk", columns: [t.orgId, t.id] }),
    unique("assumptions_once").on(t.orgId, t.initiativeId, t.lineId, t.key).nullsNotDistinct(),
    foreignKey({
      name: "assumptions_initiative",
      columns: [t.orgId, t.initiativeId],
      foreignColumns: [initiatives.orgId, initiatives.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "assumptions_line",
      columns: [t.orgId, t.lineId],
      foreignColumns: [benefitLines.orgId, benefitLines.id],
    }).onDelete("cascade"),
    tenantOnly(),
  ],
);

/** What finance said of an assumption as it stood then. Never changed: the newest one counts, while its digest still fits. */
export const assumptionSignatures = pgTable(
  "assumption_signatures",
  {
    id: id(),
    orgId: orgId(),
    assumptionId: uuid("assumption_id").notNull(),
    kind: text("kind", { enum: signatureKinds }).notNull(),
    /** sha256 of value, range, unit, source, alternatives and owner as signed. */
    digest: text("digest").notNull(),
    /** The same, readable. */
    stated: jsonb("stated").$type<Record<string, unknown>>().notNull(),
    note: text("note"),
    signedBy: uuid("signed_by").notNull(),
    signedAt: moment("signed_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "assumption_signatures_pk", columns: [t.orgId, t.id] }),
    foreignKey({
      name: "assumption_signatures_assumption",
      columns: [t.orgId, t.assumptionId],
      foreignColumns: [assumptions.orgId, assumptions.id],
    }).onDelete("cascade"),
    tenantOnly(),
  ],
);

/** Another set of values somebody tried: beside the case, never in its place. */
export const roiScenarios = pgTable(
  "roi_scenarios",
  {
    id: id(),
    orgId: orgId(),
    initiativeId: uuid("initiative_id").notNull(),
    name: text("name").notNull(),
    /** By id of the assumption, or `effect <id of the line>`. */
    overrides: jsonb("overrides").$type<Record<string, number>>().notNull(),
    /** Conservative rules that are switched off in it. */
    switchedOff: jsonb("switched_off").$type<string[]>().notNull().default([]),
    createdBy: uuid("created_by"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "roi_scenarios_pk", columns: [t.orgId, t.id] }),
    unique("roi_scenarios_name").on(t.orgId, t.initiativeId, t.name),
    foreignKey({
      name: "roi_scenarios_initiative",
      columns: [t.orgId, t.initiativeId],
      foreignColumns: [initiatives.orgId, initiatives.id],
    }).onDelete("cascade"),
    tenantOnly(),
  ],
);

/** What a case came to: its input whole and what was computed from it, by which code. Never changed. Page, API and every report read this. */
export const roiResults = pgTable(
  "roi_results",
  {
    id: id(),
    orgId: orgId(),
    initiativeId: uuid("initiative_id").notNull(),
    /** sha256 of the case and the version of the code. */
    digest: text("digest").notNull(),
    evaluationId: uuid("evaluation_id"),
    dataVersion: text("data_version").notNull(),
    input: jsonb("input").notNull(),
    result: jsonb("result").notNull(),
    codeVersion: text("code_version").notNull(),
    computedAt: moment("computed_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "roi_results_pk", columns: [t.orgId, t.id] }),
    unique("roi_results_once").on(t.orgId, t.initiativeId, t.digest),
    foreignKey({
      name: "roi_results_initiative",
      columns: [t.orgId, t.initiativeId],
      foreignColumns: [initiatives.orgId, initiatives.id],
    }).onDelete("cascade"),
    tenantOnly(),
  ],
);
