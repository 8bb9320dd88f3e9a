import { drawAssumption, drawEffect, randomFor } from "./draws";
import { presentValueOf } from "./present-value";
import { lasting, type SettledCase, type SettledLine } from "./settle-case";
import { costOver } from "./worth";
import { yearWeights } from "./year-weights";

/** One value per draw in each column. */
export type Simulation = {
  benefit: Float64Array;
  cost: Float64Array;
  presentValue: Float64Array | null;
  /** Hours a year of the counted lines. */
  capacity: Float64Array;
  /** By line in the order of the case; null where it cannot be computed. */
  lines: (Float64Array | null)[];
  hours: (Float64Array | null)[];
};

/**
 * Draws every effect from its sampling distribution and every assumption from its range, independently of each other, and computes the case with each
 * draw. Lines of one effect share its draws, lines of one assumption its values. The same seed gives the same draws, whatever the order of the lines.
 */
export function simulate(settled: SettledCase, draws: number): Simulation {
  const { given, lines, used } = settled;
  const assumptions = new Map(
    [...used].map(
      ([id, one]) => [id, drawAssumption(one, randomFor(given.seed, given.drawnAs[one.id] ?? one.id), draws)] as const,
    ),
  );
  const effects = drawEffects(settled, draws);
  const column = (id: string) => assumptions.get(id) ?? new Float64Array(draws);
  const times = timeColumns(settled, column(lasting.years), column(lasting.persistence));

  const perYear = lines.map((one) => moneyOf(one, effects, column, draws));
  const year = sumOf(
    perYear.filter((_, index) => lines[index]?.because === null),
    draws,
  );
  const hours = lines.map((one) => hoursOf(one, effects, column));
  return {
    benefit: product(year, times.weight),
    cost: times.cost,
    presentValue:
      times.discounted &&
      Float64Array.from(year, (money, draw) => money * (times.discounted?.[draw] ?? 0) - (times.spent[draw] ?? 0)),
    capacity: sumOf(
      hours.filter((_, index) => lines[index]?.because === null),
      draws,
    ),
    lines: perYear.map((money) => money && product(money, times.weight)),
    hours,
  };
}

type Column = (id: string) => Float64Array;

function drawEffects({ given, lines, effects }: SettledCase, draws: number): Map<string, Float64Array> {
  const drawn = new Map<string, Float64Array>();
  for (const { line } of lines) {
    const set = effects.get(line.effectKey);
    if (!line.effect || drawn.has(line.effectKey)) continue;
    drawn.set(
      line.effectKey,
      set === undefined
        ? drawEffect(line.effect, randomFor(given.seed, `effect ${line.effectKey}`), draws)
        : new Float64Array(draws).fill(set),
    );
  }
  return drawn;
}

function moneyOf({ line, factors }: SettledLine, effects: Map<string, Float64Array>, column: Column, draws: number) {
  const effect = effects.get(line.effectKey);
  if (!factors || !effect) return null;
  const columns = factors.map(column);
  const money = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw += 1) {
    let value = (effect[draw] ?? 0) * line.people;
    for (const factor of columns) value *= factor[draw] ?? 0;
    money[draw] = value;
  }
  return money;
}

function hoursOf({ line, factors, hourFactors }: SettledLine, effects: Map<string, Float64Array>, column: Column) {
  const effect = effects.get(line.effectKey);
  if (!factors || !effect || hourFactors.length === 0) return null;
  const columns = hourFactors.map(column);
  return effect.map((value, draw) =>
    columns.reduce((hours, factor) => hours * (factor[draw] ?? 0), value * line.people),
  );
}

/** What a first year's benefit is multiplied by, undiscounted and discounted, and what is spent, by draw: the same in all unless the years are uncertain. */
function timeColumns({ given, used, discountRate }: SettledCase, years: Float64Array, persistence: Float64Array) {
  const isFixed = [lasting.years, lasting.persistence].every((id) => {
    const one = used.get(id);
    return !one || one.low === one.high;
  });
  const at = (draw: number) => {
    const weights = yearWeights(years[draw] ?? 0, persistence[draw] ?? 0);
    const cost = costOver(given.costs, years[draw] ?? 0);
    return {
      weight: weights.reduce((sum, one) => sum + one, 0),
      cost: cost.once + cost.running,
      // Without costs, what benefits are worth; without benefits, what costs are.
      discounted: discountRate === null ? 0 : presentValueOf(weights, costOver([], 0), discountRate),
      spent: discountRate === null ? 0 : -presentValueOf([], cost, discountRate),
    };
  };
  const first = at(0);
  const all = Array.from(years, (_, draw) => (isFixed ? first : at(draw)));
  const columnOf = (key: keyof typeof first) => Float64Array.from(all, (one) => one[key]);
  return {
    weight: columnOf("weight"),
    cost: columnOf("cost"),
    discounted: discountRate === null ? null : columnOf("discounted"),
    spent: columnOf("spent"),
  };
}

const product = (values: Float64Array, by: Float64Array) => values.map((value, draw) => value * (by[draw] ?? 0));

/** The columns added up draw by draw; what cannot be computed adds nothing. */
export function sumOf(columns: readonly (Float64Array | null)[], draws: number): Float64Array {
  const sum = new Float64Array(draws);
  for (const column of columns) {
    if (column) for (let draw = 0; draw < draws; draw += 1) sum[draw] = (sum[draw] ?? 0) + (column[draw] ?? 0);
  }
  return sum;
}
