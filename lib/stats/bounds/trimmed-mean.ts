import { compensatedSum } from "@/lib/stats/compensated-sum";

/** The mean of one end of a distribution. */
export type TrimmedMean = {
  mean: number;
  /** The value at which the kept share ends. */
  cut: number;
  /** Variance of the estimate, given the share kept. */
  variance: number;
};

/**
 * The mean of the lowest `keep` (0 to 1] of the values, or of the highest. `sorted`: ascending, at least one value.
 *
 * The value at the cut counts with the part of it that is kept, so ties (discrete outcomes) are trimmed exactly:
 * keep x mean = keep x cut + mean of min(value - cut, 0). Its variance is that of the same sum, (n keep)^-2 x n x sample variance,
 * which is Lee (2009), proposition 3, first two terms, and holds with ties.
 */
export function trimmedMean(sorted: Float64Array, keep: number, end: "lowest" | "highest"): TrimmedMean {
  if (end === "highest") {
    const turned = Float64Array.from(sorted, (value) => -value).reverse();
    const { mean, cut, variance } = trimmedMean(turned, keep, "lowest");
    return { mean: -mean, cut: -cut, variance };
  }
  const n = sorted.length;
  const rank = Math.min(n, Math.max(1, Math.ceil(keep * n - 1e-9)));
  const cut = sorted[rank - 1] ?? 0;
  const below = Array.from(sorted, (value) => Math.min(value - cut, 0));
  const average = compensatedSum(below) / n;
  const squares = compensatedSum(below, (value) => (value - average) ** 2);
  return { mean: cut + average / keep, cut, variance: n < 2 ? 0 : squares / (n - 1) / (n * keep * keep) };
}
