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
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { behaviours } from "./taxonomy";
import { createdAt, factOrgId, id, moment, orgId, tenantOnly } from "./tenant";

/**
 * How evidence is weighed and asked for, as `lib/evidence/rules.ts` knows it. Written once: a change is the next version, and the highest is in
 * force. Without a row the defaults are.
 */
export const evidenceRules = pgTable(
  "evidence_rules",
  {
    orgId: orgId(),
    version: integer("version").notNull(),
    rules: jsonb("rules").notNull(),
    why: text("why").notNull(),
    changedBy: uuid("changed_by"),
    changedAt: moment("changed_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ name: "evidence_rules_pk", columns: [t.orgId, t.version] }), tenantOnly()],
);

/** What makes a behaviour seen by systems. Its definitions are versions; `version` is the one in force. */
export const signalRules = pgTable(
  "signal_rules",
  {
    id: id(),
    orgId: orgId(),
    name: text("name").notNull(),
    behaviourId: uuid("behaviour_id").notNull(),
    status: text("status", { enum: ["draft", "active", "retired"] })
      .notNull()
      .default("draft"),
    version: integer("version").notNull(),
    createdBy: uuid("created_by"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "signal_rules_pk", columns: [t.orgId, t.id] }),
    unique("signal_rules_name").on(t.orgId, t.name),
    foreignKey({
      name: "signal_rules_behaviour",
      columns: [t.orgId, t.behaviourId],
      foreignColumns: [behaviours.orgId, behaviours.id],
    }),
    tenantOnly(),
  ],
);

export const signalRuleVersions = pgTable(
  "signal_rule_versions",
  {
    orgId: orgId(),
    ruleId: uuid("rule_id").notNull(),
    version: integer("version").notNull(),
    definition: jsonb("definition").notNull(),
    why: text("why"),
    madeBy: uuid("made_by"),
    madeAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "signal_rule_versions_pk", columns: [t.orgId, t.ruleId, t.version] }),
    foreignKey({
      name: "signal_rule_versions_rule",
      columns: [t.orgId, t.ruleId],
      foreignColumns: [signalRules.orgId, signalRules.id],
    }).onDelete("cascade"),
    tenantOnly(),
  ],
);

export const skillStatuses = ["recalled", "simulated", "self_rated", "applied", "validated", "sustained"] as const;

/**
 * What the evidence says of a person and a skill; a rollup, recomputed for whoever was touched. A mean level is of the source's ratings, each
 * counting half as much per half-life it is older than the last; it keeps as time goes by, and `strength`, how many fresh ratings all of them
 * are worth on `seenOn`, halves with every half-life since. Skills nothing speaks of have no row.
 */
export const skillStates = pgTable(
  "skill_states",
  {
    orgId: factOrgId(),
    personId: uuid("person_id").notNull(),
    skillId: uuid("skill_id").notNull(),
    /** The highest that holds on `seenOn`; ageing is applied when it is read. */
    status: text("status", { enum: skillStatuses }).notNull(),
    /** Blended over sources that saw it, by the rules' weights; null where none did. */
    level: doublePrecision("level"),
    strength: doublePrecision("strength").notNull().default(0),
    seenOn: date("seen_on"),
    /** Half of the width of the 95 % interval of `level`; null where fewer than two ratings speak. */
    margin: doublePrecision("margin"),
    sources: smallint("sources").notNull().default(0),
    /** Whether the rules' least number of sources agree within the rules' distance; null where too few speak. */
    agree: boolean("agree"),
    managerLevel: doublePrecision("manager_level"),
    managerRatings: integer("manager_ratings").notNull().default(0),
    managerOn: date("manager_on"),
    peerLevel: doublePrecision("peer_level"),
    peerRatings: integer("peer_ratings").notNull().default(0),
    peerOn: date("peer_on"),
    systemLevel: doublePrecision("system_level"),
    systemRatings: integer("system_ratings").notNull().default(0),
    systemOn: date("system_on"),
    selfLevel: doublePrecision("self_level"),
    selfRatings: integer("self_ratings").notNull().default(0),
    selfOn: date("self_on"),
    independent: integer("independent").notNull().default(0),
    independentKnown: integer("independent_known").notNull().default(0),
    accurate: integer("accurate").notNull().default(0),
    accurateKnown: integer("accurate_known").notNull().default(0),
    consistent: integer("consistent").notNull().default(0),
    consistentKnown: integer("consistent_known").notNull().default(0),
    recalledOn: date("recalled_on"),
    recallScore: doublePrecision("recall_score"),
    simulatedOn: date("simulated_on"),
    simulatedScore: doublePrecision("simulated_score"),
    certifiedOn: date("certified_on"),
    /** First month of the unbroken run of measured months at or above the target, up to the last measured one. */
    heldSince: date("held_since"),
    /** What the person's role asks for, when last computed; null where it does not need the skill. */
    targetLevel: doublePrecision("target_level"),
    critical: boolean("critical").notNull().default(false),
    halfLifeDays: integer("half_life_days").notNull(),
    rulesVersion: integer("rules_version").notNull(),
  },
  (t) => [
    primaryKey({ name: "skill_states_pk", columns: [t.orgId, t.personId, t.skillId] }),
    index("skill_states_skill").on(t.orgId, t.skillId),
    tenantOnly(),
  ],
);
