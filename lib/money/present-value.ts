/**
 * Benefits and running costs at the end of their year, what is spent once at the beginning, discounted at `rate` a year (Boardman et al.,
 * Cost-Benefit Analysis, chapter 6).
 */
export function presentValueOf(
  byYear: readonly number[],
  cost: { once: number; running: number; perYear: number },
  rate: number,
): number {
  const factor = (year: number) => (1 + rate) ** -(year + 1);
  const benefits = byYear.reduce((sum, benefit, year) => sum + benefit * factor(year), 0);
  const years = cost.perYear === 0 ? 0 : cost.running / cost.perYear;
  const running = Array.from(
    { length: Math.ceil(years) },
    (_, year) => Math.min(1, years - year) * factor(year),
  ).reduce((sum, one) => sum + one * cost.perYear, 0);
  return benefits - running - cost.once;
}

/**
 * Months until what came back, evenly over each year, is what was spent once and has run so far; null where that does not happen while benefits are
 * counted. `years` is how long they are, the last one perhaps in part.
 */
export function paybackMonths(
  byYear: readonly number[],
  years: number,
  cost: { once: number; running: number; perYear: number },
): number | null {
  let open = cost.once;
  if (open <= 0 && cost.running <= 0) return byYear.some((benefit) => benefit > 0) ? 0 : null;
  for (const [year, benefit] of byYear.entries()) {
    const length = 12 * Math.min(1, years - year);
    const net = (benefit - (cost.perYear * length) / 12) / length;
    if (net > 0 && open <= net * length) return year * 12 + open / net;
    open -= net * length;
  }
  return null;
}
