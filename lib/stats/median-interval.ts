import { binomialTails } from "./binomial";
import type { Figure } from "./figure";
import { quantile } from "./quantile";

/** Ranks (1 is the smallest) between which the median lies, and how surely at least. */
export type MedianRanks = { lower: number; upper: number; coverage: number };

/**
 * Ranks of the order-statistic interval for a median; null where n is too small for the confidence (under 6 at 95%).
 *
 * The values below the median are binomial(n, 1/2), so the narrowest symmetric pair of ranks with at least the asked
 * coverage is exact for any continuous distribution (Conover 1999, 3.2). SQL picks the values by `row_number()`.
 */
export function medianRanks(n: number, confidence = 0.95): MedianRanks | null {
  const outside = (1 - confidence) / 2;
  let lower = 0;
  let next = Math.max(0, Math.floor(n / 2 - Math.sqrt(n) * 5));
  while (next < n / 2 && binomialTails(next, n, 0.5).lower <= outside) {
    next += 1;
    lower = next;
  }
  if (lower === 0) return null;
  return { lower, upper: n + 1 - lower, coverage: 1 - 2 * binomialTails(lower - 1, n, 0.5).lower };
}

/**
 * Median (type 7) with its order-statistic interval ("median_order_statistic"), from values in any order.
 * Assumption: people independent. Refuses too few values for the confidence; the median is kept.
 */
export function medianInterval(values: readonly number[], confidence = 0.95): Figure {
  const method = "median_order_statistic";
  const n = values.length;
  const value = quantile(values, 0.5);
  const ranks = medianRanks(n, confidence);
  if (value === null || ranks === null) return { kind: "not-estimable", method, reason: "too-few-people", n, value };
  const sorted = Float64Array.from(values).sort();
  return {
    kind: "figure",
    method,
    value,
    standardError: null,
    degreesOfFreedom: null,
    interval: [sorted[ranks.lower - 1] ?? value, sorted[ranks.upper - 1] ?? value],
    confidence,
    n,
  };
}
