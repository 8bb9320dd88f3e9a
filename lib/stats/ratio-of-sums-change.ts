import type { Arms, Estimate } from "./estimate";
import { notEstimable } from "./estimate";
import { type Figure, tFigure } from "./figure";
import type { JointMoments } from "./joint-moments";
import { dot, multiply } from "./symmetric-solve";
import { welchEstimate } from "./welch";

/**
 * Change of a ratio of sums in the same people, linearised: later ratio less earlier ratio, and the variance of what each person
 * contributes to it. Null where a denominator sums to zero.
 */
function linearised({ means, covariance }: JointMoments): { value: number; variance: number } | null {
  const [n1 = 0, d1 = 0, n0 = 0, d0 = 0] = means;
  if (d1 === 0 || d0 === 0) return null;
  const [later, earlier] = [n1 / d1, n0 / d0];
  const weights = [1 / d1, -later / d1, -1 / d0, earlier / d0];
  const variance = dot(weights, multiply(covariance, weights));
  const size = weights.reduce((sum, weight, index) => sum + weight * weight * (covariance[index]?.[index] ?? 0), 0);
  return { value: later - earlier, variance: variance <= 1e-13 * size ? 0 : variance };
}

/**
 * Change of one group ("ratio_of_sums_change"): sum of numerators over sum of denominators later, less the same earlier.
 *
 * Moments: joint moments of (later numerator, later denominator, earlier numerator, earlier denominator), people with both only.
 * Error: delta method on both ratios together (Cochran 1977, 6.19), the person being the sampling unit, so that what a person keeps from
 * one period to the next cancels; t with n - 1. Refuses as `ratioOfSums`.
 */
export function ratioOfSumsChange(moments: JointMoments, confidence = 0.95): Figure {
  const method = "ratio_of_sums_change";
  const { n } = moments;
  if (n === 0) return { kind: "not-estimable", method, reason: "too-few-people", n, value: null };
  const found = linearised(moments);
  if (!found) return { kind: "not-estimable", method, reason: "no-denominator", n, value: null };
  return tFigure({ method, value: found.value, standardError: Math.sqrt(found.variance / n), n, confidence });
}

/**
 * Difference-in-differences of ratios of sums ("did_ratio_of_sums"): the change of the treated less that of the control, each as
 * `ratioOfSumsChange`. With denominators of 1 it equals `didWelch`.
 *
 * Error: Welch on the linearised contributions. Estimand: the average effect on the ratio of the treated. Assumption: parallel trends,
 * people independent. Refuses an empty arm, fewer than two people in one, denominators summing to zero, and no variation.
 */
export function ratioOfSumsDid({ treated, control }: Arms<JointMoments>, confidence = 0.95): Estimate {
  const method = "did_ratio_of_sums";
  const n = { treated: treated.n, control: control.n };
  if (treated.n === 0 || control.n === 0) return notEstimable(method, "no-comparison", n);
  const [one, other] = [linearised(treated), linearised(control)];
  if (!one || !other) return notEstimable(method, "no-denominator", n);
  return welchEstimate(
    method,
    {
      treated: { n: n.treated, mean: one.value, variance: one.variance },
      control: { n: n.control, mean: other.value, variance: other.variance },
    },
    confidence,
    { changes: { treated: one.value, control: other.value } },
  );
}
