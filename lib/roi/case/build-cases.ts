import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { isWithheld } from "@/lib/evaluation/headline";
import { readMinimumGroup } from "@/lib/evaluation/minimum-group";
import { grouped } from "@/lib/grouped";
import { statusOf } from "@/lib/initiatives/status";
import { seedOfCases } from "@/lib/money/draws";
import type { AssumptionState, BuiltCase, LineState } from "@/lib/roi/results/initiative-money";
import { becameAble } from "./became-able";
import { caseCosts } from "./case-costs";
import { EffectiveAssumptions, toAssumption } from "./effective-assumptions";
import { exposedHeads, exposedPeople } from "./exposed-people";
import { among, type FoundInitiative, findInitiatives } from "./find-initiatives";
import { learnerCost, openHours } from "./learner-cost";
import { type LearnerTime, readLearnerTime } from "./learner-time";
import { buildLine } from "./line-of-case";
import { type ReadAssumption, readAssumptionRows } from "./read-assumptions";
import { type LedgerRow, readLedger } from "./read-ledger";
import { type LineRow, readLines } from "./read-lines";

type Facts = {
  currency: string;
  minimum: number;
  dataVersion: string;
  today: string;
  ledger: readonly LedgerRow[];
  time: LearnerTime | undefined;
  lines: readonly LineRow[];
  assumptions: readonly ReadAssumption[];
};

/**
 * The cases of initiatives as `lib/money` computes them, of the evaluation of the data as they are now; drafts, explorations and ids this organisation
 * does not have are left out. A handful of statements, however many they are.
 */
export async function buildCases(tx: Tx, orgId: string, ids: readonly string[] | "all"): Promise<BuiltCase[]> {
  const { dataVersion, initiatives } = await findInitiatives(tx, orgId, ids);
  if (initiatives.length === 0) return [];
  const of = ids === "all" ? "all" : initiatives.map(({ id }) => id);
  const minimum = await readMinimumGroup(tx, orgId);
  const { rows } = await tx.execute<{ currency: string }>(sql`select currency from organisations where id = ${orgId}`);
  const ledger = grouped(await readLedger(tx, orgId, of), ({ initiativeId }) => initiativeId);
  const times = await readLearnerTime(tx, orgId, of);
  const time = new Map(times.map((one) => [one.initiativeId, one]));
  const lines = grouped(await readLines(tx, orgId, of), ({ initiativeId }) => initiativeId);
  const condition = sql`(a.initiative_id is null or ${among(sql`a.initiative_id`, of)})`;
  const assumptions = grouped(await readAssumptionRows(tx, orgId, condition), ({ initiativeId }) => initiativeId);
  const shared = assumptions.get(null) ?? [];
  const today = new Date().toISOString().slice(0, 10);
  return initiatives.map((initiative) =>
    buildCase(initiative, {
      currency: rows[0]?.currency ?? "EUR",
      minimum,
      dataVersion,
      today,
      ledger: ledger.get(initiative.id) ?? [],
      time: time.get(initiative.id),
      lines: lines.get(initiative.id) ?? [],
      assumptions: [...(assumptions.get(initiative.id) ?? []), ...shared],
    }),
  );
}

function buildCase(initiative: FoundInitiative, facts: Facts): BuiltCase {
  const { currency, minimum, dataVersion, today } = facts;
  const { id, code, title, chain, meant, result } = initiative;
  const status = statusOf(initiative, result !== null, today);
  const effective = new EffectiveAssumptions(facts.assumptions, id);
  const people = exposedPeople(initiative);
  const own = grouped(facts.assumptions, ({ lineId }) => lineId);
  const built = facts.lines.map((line) =>
    buildLine(line, { initiative, status, minimum, people, currency, effective, factors: own.get(line.id) ?? [] }),
  );
  const { costs, unconverted, running } = caseCosts(facts.ledger, today);
  const hourlyCost = effective.stated("hourly_cost");
  const time = facts.time && learnerCost(facts.time, { hourlyCost: hourlyCost?.value ?? null, minimum });
  const caseWide = {
    years: effective.ofCase("years"),
    persistence: effective.ofCase("persistence"),
    discountRate: effective.ofCase("discount_rate"),
    fullTimeHours: effective.ofCase("full_time_hours"),
  };
  const able = built.some(({ line }) => line.unproven === "withheld")
    ? ({ people: null, unknown: "withheld" } as const)
    : becameAble(initiative, exposedHeads(initiative), minimum);
  const used = [
    ...built.flatMap(({ factors }) => factors),
    ...Object.values(caseWide),
    ...(hourlyCost ? [hourlyCost] : []),
  ];
  return {
    initiativeId: id,
    code,
    title,
    status,
    people: meant,
    exposed: exposedHeads(initiative),
    skills: chain.skills ?? [],
    activities: chain.activities ?? [],
    evaluation:
      result && !isWithheld(result, minimum)
        ? {
            id: result.id,
            grade: result.claim.grade,
            sentence: result.claim.sentence,
            direction: result.claim.direction,
            dataVersion,
            evaluatedAt: result.evaluatedAt,
          }
        : null,
    case: {
      currency,
      seed: seedOfCases,
      drawnAs: drawnAs(code, facts, used),
      costs: time ? [...costs, time] : costs,
      lines: built.map(({ line }) => line),
      years: toAssumption(caseWide.years),
      persistence: toAssumption(caseWide.persistence),
      discountRate: toAssumption(caseWide.discountRate),
      fullTimeHours: toAssumption(caseWide.fullTimeHours),
      becameAble: able.people,
    },
    lines: built.map(({ state }): LineState => state),
    // One assumption may serve several lines.
    assumptions: [...new Map(used.map((one) => [one.id, plain(one)])).values()],
    unconverted,
    running,
    day: today,
    ableUnknown: able.unknown,
    learnerRate: time && hourlyCost && facts.time && openHours(facts.time, minimum) > 0 ? hourlyCost.id : null,
  };
}

/** By what no two assumptions share: the initiative's code, the KPI and kind of value of the line, and the key. */
function drawnAs(code: string, { lines, assumptions }: Facts, used: readonly { id: string }[]): Record<string, string> {
  const isUsed = new Set(used.map(({ id }) => id));
  const ofLine = new Map(lines.map(({ id, kpi, valueType }) => [id, `${kpi.code} ${valueType}`]));
  return Object.fromEntries(
    assumptions
      .filter(({ id }) => isUsed.has(id))
      .map(({ id, initiativeId, lineId, key }) => [
        id,
        [initiativeId === null ? "" : code, (lineId && ofLine.get(lineId)) ?? "", key].join(" "),
      ]),
  );
}

function plain(assumption: AssumptionState & Partial<ReadAssumption>): AssumptionState {
  const { initiativeId: _, changedBy: __, ...state } = assumption;
  return state;
}
