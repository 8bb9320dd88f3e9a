import { type Arms, type Estimate, notEstimable } from "./estimate";
import { type Figure, tFigure } from "./figure";
import { linearisedVariance } from "./linearised-variance";
import { welchEstimate } from "./welch";

/**
 * Moments of each person's numerator and denominator. SQL, over one row per person: `count(*)`, `avg(num)`,
 * `avg(den)`, `var_samp(num)`, `var_samp(den)`, `covar_samp(num, den)`. A plain mean has a denominator of 1:
 * mean 1, variance and covariance 0. Where n is 1 variances are ignored, where n is 0 everything.
 */
export type RatioMoments = {
  n: number;
  meanNumerator: number;
  meanDenominator: number;
  varianceNumerator: number;
  varianceDenominator: number;
  covariance: number;
};

function linearised(moments: RatioMoments): { value: number; variance: number } {
  const value = moments.meanNumerator / moments.meanDenominator;
  const matrix = [
    [moments.varianceNumerator, moments.covariance],
    [moments.covariance, moments.varianceDenominator],
  ];
  return { value, variance: linearisedVariance(matrix, value) / moments.meanDenominator ** 2 };
}

/**
 * Sum of numerators over sum of denominators, the person being the sampling unit ("ratio_of_sums").
 *
 * Error: delta method, the spread of num - ratio x den over the mean denominator (Cochran 1977, 2.11, without
 * finite-population correction); t with n - 1. With denominators of 1 it is the ordinary t interval of a mean.
 * Estimand: the ratio in the population the people are drawn from. Assumption: people independent.
 * Refuses no people, denominators summing to zero, one person and no variation; in the last two the value is kept.
 */
export function ratioOfSums(moments: RatioMoments, confidence = 0.95): Figure {
  const method = "ratio_of_sums";
  const { n } = moments;
  if (n === 0) return { kind: "not-estimable", method, reason: "too-few-people", n, value: null };
  if (moments.meanDenominator === 0) return { kind: "not-estimable", method, reason: "no-denominator", n, value: null };
  const { value, variance } = linearised(moments);
  return tFigure({ method, value, standardError: Math.sqrt(variance / n), n, confidence });
}

/**
 * Difference of two such ratios, treated minus control, from disjoint people ("ratio_of_sums_difference").
 * Error: Welch on the linearised values; with denominators of 1 it equals `welch`. Refuses as `ratioOfSums`.
 */
export function ratioOfSumsDifference({ treated, control }: Arms<RatioMoments>, confidence = 0.95): Estimate {
  const method = "ratio_of_sums_difference";
  const n = { treated: treated.n, control: control.n };
  if (treated.n === 0 || control.n === 0) return notEstimable(method, "no-comparison", n);
  if (treated.meanDenominator === 0 || control.meanDenominator === 0) return notEstimable(method, "no-denominator", n);
  const asMoments = (arm: RatioMoments) => {
    const { value, variance } = linearised(arm);
    return { n: arm.n, mean: value, variance };
  };
  const arms = { treated: asMoments(treated), control: asMoments(control) };
  return welchEstimate(method, arms, confidence, {
    ratios: { treated: arms.treated.mean, control: arms.control.mean },
  });
}
