import { chiSquareQuantile } from "@/lib/stats/chi-square";
import { type GroupEffect, weighedAt } from "./group-effect";

/** How the variance between groups is estimated. */
export type BetweenMethod = "dersimonian_laird" | "paule_mandel" | "reml";

/**
 * Variance of the true effects between groups (tau squared), never below zero; two groups or more.
 *
 * DerSimonian and Laird (1986), the method of moments; Paule and Mandel (1982), where the weighed squares equal their
 * degrees of freedom; REML, where the restricted score is zero (Viechtbauer 2005), zero where it falls from the start.
 */
export function betweenVariance(groups: readonly GroupEffect[], method: BetweenMethod): number {
  const freedom = groups.length - 1;
  if (method === "paule_mandel") return whereFalls(groups, (between) => weighedAt(groups, between).q - freedom);
  if (method === "reml") return whereFalls(groups, (between) => restrictedScore(groups, between));
  const { weights, total, q } = weighedAt(groups, 0);
  const squares = weights.reduce((sum, weight) => sum + weight * weight, 0);
  return Math.max(0, (q - freedom) / (total - squares / total));
}

/** Interval for the variance between groups by the Q profile (Viechtbauer 2007): where q meets its chi-square quantiles. */
export function betweenVarianceInterval(groups: readonly GroupEffect[], confidence: number): [number, number] {
  const freedom = groups.length - 1;
  const at = (probability: number) => {
    const wanted = chiSquareQuantile(probability, freedom);
    return whereFalls(groups, (between) => weighedAt(groups, between).q - wanted);
  };
  return [at((1 + confidence) / 2), at((1 - confidence) / 2)];
}

/** Twice the derivative of the restricted log-likelihood by the variance between groups. */
function restrictedScore(groups: readonly GroupEffect[], between: number): number {
  const { weights, total, mean } = weighedAt(groups, between);
  const squares = weights.reduce((sum, weight) => sum + weight * weight, 0);
  const spread = groups.reduce((sum, group, i) => sum + ((weights[i] ?? 0) * (group.estimate - mean)) ** 2, 0);
  return spread - (total - squares / total);
}

/** The point from which `excess` is no longer positive, by bisection to a relative `precision`; zero where it never is. */
export function whereFalls(
  groups: readonly GroupEffect[],
  excess: (between: number) => number,
  precision = 1e-14,
): number {
  if (!(excess(0) > 0)) return 0;
  let low = 0;
  let high = Math.max(...groups.map(({ standardError }) => standardError ** 2));
  while (excess(high) > 0) {
    low = high;
    high *= 2;
  }
  for (let step = 0; step < 200 && high - low > precision * high; step += 1) {
    const middle = (low + high) / 2;
    if (excess(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
