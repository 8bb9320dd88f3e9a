import type { Cost } from "./case";
import { lasting, type SettledCase } from "./settle-case";
import { yearWeights } from "./year-weights";

/** What the values of effects (by key) and assumptions (by id) come to. */
export type Worth = {
  /** Of each line, in the order of the case, over the years counted; 0 where it cannot be computed. */
  lines: Float64Array;
  /** Hours a year of each line. */
  hours: Float64Array;
  /** Of the counted lines together. */
  benefit: number;
  capacity: number;
  /** Of each year counted. */
  byYear: number[];
};

export type Values = { effect(key: string): number; assumption(id: string): number };

/** Benefit = improvement x people x product of the factors, for each year by what is left of it. Linear in every effect. */
export function worthOf({ lines }: SettledCase, values: Values): Worth {
  const weights = yearWeights(values.assumption(lasting.years), values.assumption(lasting.persistence));
  const weight = weights.reduce((sum, one) => sum + one, 0);
  const worth: Worth = {
    lines: new Float64Array(lines.length),
    hours: new Float64Array(lines.length),
    benefit: 0,
    capacity: 0,
    byYear: [],
  };
  let year = 0;
  lines.forEach(({ line, because, factors, hourFactors }, index) => {
    if (!factors) return;
    let money = values.effect(line.effectKey) * line.people;
    let hours = hourFactors.length > 0 ? money : 0;
    for (const id of factors) money *= values.assumption(id);
    for (const id of hourFactors) hours *= values.assumption(id);
    worth.lines[index] = money * weight;
    worth.hours[index] = hours;
    if (because !== null) return;
    year += money;
    worth.capacity += hours;
  });
  worth.byYear = weights.map((one) => one * year);
  worth.benefit = year * weight;
  return worth;
}

/** What was spent once, what runs in all, and each thing that runs: from the beginning on, for its months. */
export type Spending = { once: number; running: number; flows: readonly { perMonth: number; months: number }[] };

/** What is spent over the years benefits are counted, at least one. Running costs last as long as somebody says they do. */
export function costOver(costs: readonly Cost[], years: number): Spending {
  const horizon = 12 * Math.max(1, years);
  let once = 0;
  let running = 0;
  const flows: { perMonth: number; months: number }[] = [];
  for (const { amount, every, months } of costs) {
    if (every === "once") {
      once += amount;
      continue;
    }
    const flow = { perMonth: every === "year" ? amount / 12 : amount, months: months ?? horizon };
    flows.push(flow);
    running += flow.perMonth * flow.months;
  }
  return { once, running, flows };
}

/** What runs in a year (0 is the first), or in so many of its first months. */
export function runningIn({ flows }: Spending, year: number, months = 12): number {
  return flows.reduce((sum, flow) => sum + flow.perMonth * Math.min(months, Math.max(0, flow.months - 12 * year)), 0);
}
