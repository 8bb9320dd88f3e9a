import type { NotEstimableReason } from "@/lib/stats/estimate";
import type { Moments } from "@/lib/stats/moments";

export type RandomIntercept =
  | {
      kind: "random-intercept";
      /** Mean over clusters, each weighted by what it tells. */
      mean: number;
      standardError: number;
      varianceBetween: number;
      varianceWithin: number;
      /** varianceBetween / (varianceBetween + varianceWithin), never below zero. */
      icc: number;
      people: number;
      clusters: number;
    }
  | { kind: "not-estimable"; reason: NotEstimableReason };

/**
 * Variance between and within clusters by restricted maximum likelihood (Patterson and Thompson 1971), one mean for
 * all.
 *
 * Moments of the outcome per cluster. With ratio = between / within the likelihood has a closed form in all but the
 * ratio, which a search finds. Assumption: normal values, clusters and people independent. Next to the analysis of
 * variance (`clusterCorrelation`) it weighs unequal clusters properly. Refuses under two clusters, no people beyond
 * one per cluster, and no variation within. Equals R's `lme4::lmer(y ~ 1 + (1 | cluster))`.
 */
export function randomIntercept(given: readonly Moments[]): RandomIntercept {
  const clusters = given.filter(({ n }) => n > 0);
  const people = clusters.reduce((sum, { n }) => sum + n, 0);
  const within = clusters.reduce((sum, { n, variance }) => sum + (n - 1) * variance, 0);
  if (clusters.length < 2) return { kind: "not-estimable", reason: "too-few-clusters" };
  if (people === clusters.length) return { kind: "not-estimable", reason: "too-few-people" };
  if (!Number.isFinite(within)) return { kind: "not-estimable", reason: "not-finite" };
  if (!(within > 0)) return { kind: "not-estimable", reason: "no-variation" };

  const origin = clusters[0]?.mean ?? 0;
  const profile = (ratio: number) => {
    const weights = clusters.map(({ n }) => n / (1 + n * ratio));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const gap = clusters.reduce((sum, { mean }, at) => sum + (weights[at] ?? 0) * (mean - origin), 0) / total;
    const between = clusters.reduce((sum, { mean }, at) => sum + (weights[at] ?? 0) * (mean - origin - gap) ** 2, 0);
    const variance = (within + between) / (people - 1);
    const deviance =
      (people - 1) * Math.log(variance / within) +
      clusters.reduce((sum, { n }) => sum + Math.log1p(n * ratio), 0) +
      Math.log(total);
    return { deviance, variance, total, mean: origin + gap };
  };
  const ratio = bestRatio((value) => profile(value).deviance);
  const { variance, total, mean } = profile(ratio);
  return {
    kind: "random-intercept",
    mean,
    standardError: Math.sqrt(variance / total),
    varianceBetween: ratio * variance,
    varianceWithin: variance,
    icc: ratio / (1 + ratio),
    people,
    clusters: clusters.length,
  };
}

/** The ratio of least deviance: the best of a grid in the intraclass correlation, then golden sections around it. */
function bestRatio(deviance: (ratio: number) => number): number {
  const steps = 200;
  const ratioAt = (icc: number) => icc / (1 - icc);
  let best = 0;
  for (let step = 1; step < steps; step += 1) {
    if (deviance(ratioAt(step / steps)) < deviance(ratioAt(best / steps))) best = step;
  }
  let low = Math.max(0, best - 1) / steps;
  let high = Math.min(steps - 1e-6, best + 1) / steps;
  const golden = (Math.sqrt(5) - 1) / 2;
  for (let step = 0; step < 80 && high - low > 1e-13; step += 1) {
    const [left, right] = [high - golden * (high - low), low + golden * (high - low)];
    if (deviance(ratioAt(left)) <= deviance(ratioAt(right))) high = right;
    else low = left;
  }
  return low < 1e-9 ? 0 : ratioAt((low + high) / 2);
}
