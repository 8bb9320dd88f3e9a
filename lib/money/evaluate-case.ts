import { type Case, type CostKind, costKinds, type ValueType } from "./case";
import type { CaseResult, LineResult, Ranged } from "./case-result";
import { conservativeRules } from "./conservative-rules";
import { histogramOf } from "./histogram";
import { intervalOf } from "./interval-of";
import { paybackMonths, presentValueOf } from "./present-value";
import { lasting, type Scenario, type SettledCase, settleCase } from "./settle-case";
import { shareBelowZero } from "./share-below-zero";
import { type Simulation, simulate, sumOf } from "./simulate";
import { centralValues, tornado } from "./tornado";
import { costOver, worthOf } from "./worth";

export const usualDraws = 10_000;

/**
 * What a case is worth: the figure of the stated values beside 95 % of the draws, by the conservative rules unless a scenario switches them off.
 * Phillips and Phillips for costs, benefits and their ratio; Boardman et al. for the present value.
 * @param draws at least 100
 * @throws RangeError where a value is not finite or its range does not hold it
 */
export function evaluateCase(given: Case, scenario: Scenario = {}, draws = usualDraws): CaseResult {
  if (!Number.isInteger(draws) || draws < 100) throw new RangeError("A case is drawn at least 100 times");
  const settled = settleCase(withLoadedCosts(given, scenario), scenario);
  const values = centralValues(settled);
  const years = values.assumption(lasting.years);
  const worth = worthOf(settled, values);
  const cost = costOver(settled.given.costs, years);
  const total = cost.once + cost.running;
  const drawn = simulate(settled, draws);
  const ranged = (central: number, column: Float64Array): Ranged => ({ central, interval: intervalOf(column) });
  const net = drawn.benefit.map((benefit, draw) => benefit - (drawn.cost[draw] ?? 0));
  const overCost = (column: Float64Array) => column.map((value, draw) => value / (drawn.cost[draw] ?? Number.NaN));
  const fullTime = settleFullTime(settled);
  const hasHours = settled.lines.some(({ because, hourFactors }) => because === null && hourFactors.length > 0);

  return {
    currency: given.currency,
    seed: given.seed,
    draws,
    switchedOff: conservativeRules.flatMap(({ id }) => (settled.rules[id] ? [] : [id])),
    years,
    cost: { total, once: cost.once, running: cost.running, ...costsByKind(settled, years) },
    benefit: ranged(worth.benefit, drawn.benefit),
    byType: byType(settled, worth.lines, drawn, draws),
    net: ranged(worth.benefit - total, net),
    returnOnInvestment: total > 0 ? ranged((worth.benefit - total) / total, overCost(net)) : null,
    benefitCostRatio: total > 0 ? ranged(worth.benefit / total, overCost(drawn.benefit)) : null,
    presentValue:
      drawn.presentValue && settled.discountRate !== null
        ? ranged(presentValueOf(worth.byYear, cost, settled.discountRate), drawn.presentValue)
        : null,
    paybackMonths: paybackMonths(worth.byYear, years, cost),
    lossProbability: shareBelowZero(net),
    breakEven: total > 0 ? breakEvenOf(settled, worth.benefit, total) : null,
    costPerAble: given.becameAble !== null && given.becameAble > 0 && total > 0 ? total / given.becameAble : null,
    capacity: hasHours
      ? {
          hours: ranged(worth.capacity, drawn.capacity),
          fullTimeEquivalents:
            fullTime === null
              ? null
              : ranged(
                  worth.capacity / fullTime,
                  drawn.capacity.map((hours) => hours / fullTime),
                ),
        }
      : null,
    lines: settled.lines.map(({ line, because, missing }, index): LineResult => {
      const [money, hours] = [drawn.lines[index], drawn.hours[index]];
      return {
        id: line.id,
        counted: because === null,
        because,
        missing,
        benefit: money ? ranged(worth.lines[index] ?? 0, money) : null,
        hours: hours ? ranged(worth.hours[index] ?? 0, hours) : null,
      };
    }),
    assumptions: [...settled.used.values()],
    tornado: tornado(settled),
    histogram: histogramOf(net),
  };
}

const notLoaded: readonly (CostKind | null)[] = ["learner_time", "administration"];

function withLoadedCosts(given: Case, { switchedOff = [] }: Scenario): Case {
  if (!switchedOff.includes("fully_loaded")) return given;
  return { ...given, costs: given.costs.filter(({ kind }) => !notLoaded.includes(kind)) };
}

function costsByKind({ given: { costs } }: SettledCase, years: number) {
  const sum = (kind: CostKind | null) => {
    const own = costOver(
      costs.filter((cost) => cost.kind === kind),
      years,
    );
    return own.once + own.running;
  };
  const byKind = Object.fromEntries(costKinds.map((kind) => [kind, sum(kind)])) as Record<CostKind, number>;
  return {
    byKind: { ...byKind, unnamed: sum(null) },
    missing: costKinds.filter((kind) => costs.every((cost) => cost.kind !== kind)),
    learnerHours: costs.reduce((hours, cost) => hours + (cost.kind === "learner_time" ? (cost.hours ?? 0) : 0), 0),
  };
}

function byType(
  { lines }: SettledCase,
  worth: Float64Array,
  drawn: Simulation,
  draws: number,
): Record<ValueType, Ranged> {
  const of = (type: ValueType): Ranged => {
    const own = lines.flatMap(({ line, because }, index) =>
      because === null && line.valueType === type ? [index] : [],
    );
    const central = own.reduce((sum, index) => sum + (worth[index] ?? 0), 0);
    return {
      central,
      interval: intervalOf(
        sumOf(
          own.map((index) => drawn.lines[index] ?? null),
          draws,
        ),
      ),
    };
  };
  return { labour: of("labour"), quality: of("quality"), revenue: of("revenue"), safety: of("safety") };
}

function breakEvenOf({ lines, effects }: SettledCase, benefit: number, cost: number): CaseResult["breakEven"] {
  if (benefit <= 0) return null;
  const multiple = cost / benefit;
  const improvements = lines.flatMap(({ line, because }) =>
    because === null
      ? [{ lineId: line.id, improvement: multiple * (effects.get(line.effectKey) ?? line.effect?.improvement ?? 0) }]
      : [],
  );
  return { multiple, improvements };
}

/** Hours of a full-time year are a convention, not a benefit: they are used as stated. */
function settleFullTime({ given: { fullTimeHours } }: SettledCase): number | null {
  const { value } = fullTimeHours;
  return value !== null && value > 0 ? value : null;
}
