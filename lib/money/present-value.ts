import { runningIn, type Spending } from "./worth";

/**
 * Benefits and running costs at the end of their year, what is spent once at the beginning, discounted at `rate` a year (Boardman et al.,
 * Cost-Benefit Analysis, chapter 6). Costs that run longer than benefits are counted, or shorter, stand in the years they run.
 */
export function presentValueOf(byYear: readonly number[], spent: Spending, rate: number): number {
  const longest = spent.flows.reduce((most, { months }) => Math.max(most, months), 0);
  const years = Math.max(byYear.length, Math.ceil(longest / 12));
  let value = -spent.once;
  for (let year = 0; year < years; year += 1) {
    value += ((byYear[year] ?? 0) - runningIn(spent, year)) * (1 + rate) ** -(year + 1);
  }
  return value;
}

/**
 * Months until what came back, evenly over each year, is what was spent once and has run so far; null where that does not happen while benefits are
 * counted, or where in the end less came back than was spent. `years` is how long they are counted, the last one perhaps in part.
 */
export function paybackMonths(byYear: readonly number[], years: number, spent: Spending): number | null {
  const benefit = byYear.reduce((sum, one) => sum + one, 0);
  if (benefit <= 0 || benefit < spent.once + spent.running) return null;
  let open = spent.once;
  for (const [year, money] of byYear.entries()) {
    const length = 12 * Math.min(1, years - year);
    const net = (money - runningIn(spent, year, length)) / length;
    if (net > 0 && open <= net * length) return year * 12 + Math.max(0, open) / net;
    open -= net * length;
  }
  return null;
}
