import { dot, multiply } from "@/lib/stats/symmetric-solve";
import type { EventStudy, PostWeights } from "./event-study";
import { lassoPath } from "./lasso-path";

/** One estimator linear in the coefficients (weights on `pre` then `post`): its error, and its largest bias where M is 1. */
export type LinearEstimator = { weights: number[]; standardError: number; biasPerM: number };

/**
 * The estimators of an effect that trade bias under bends of the trend against error, from least error to least bias.
 *
 * Second differences u(k) of the departure from parallel trends, and its slope s before treatment, make up the departure:
 * after h periods h s + sum over k < h of (h - k) u(k), and j periods before -j s + sum over k < j of (j - k) u(-k). An estimator
 * l'post + a'pre with sum of j a(j) = sum of h l(h) has no bias from s, and its bias from u(-k) is w(k) = sum over j > k of a(j) (j - k). So a is
 * the second difference of w, w(0) is fixed, and w(1), w(2), ... are free: the largest bias is M x (constant + sum of |w|), and minimising
 * variance + penalty x sum of |w| over all penalties traces every best trade-off (`lassoPath`).
 */
export function smoothWeights({ pre, covariance }: EventStudy, post: PostWeights): LinearEstimator[] {
  const before = pre.length;
  const slope = post.reduce((sum, weight, index) => sum + weight * (index + 1), 0);
  const fixedBias = post.reduce((sum, _, k) => {
    const reach = post.reduce((total, weight, index) => total + weight * Math.max(0, index + 1 - k), 0);
    return sum + Math.abs(reach);
  }, 0);

  /** Weights on the coefficients that w stands for; period j before the reference is at index before - j. */
  const weightsOf = (w: readonly number[], isEffect: boolean): number[] => {
    const at = (k: number) => (k === 0 ? (isEffect ? slope : 0) : (w[k - 1] ?? 0));
    const onPre = pre.map((_, index) => {
      const j = before - index;
      return at(j - 1) - 2 * at(j) + at(j + 1);
    });
    return [...onPre, ...post.map((weight) => (isEffect ? weight : 0))];
  };
  const free = before - 1;
  const unit = (k: number) => Array.from({ length: free }, (_, index) => (index === k ? 1 : 0));
  const directions = Array.from({ length: free }, (_, k) => weightsOf(unit(k), false));
  const images = directions.map((direction) => multiply(covariance, direction));
  const start = multiply(covariance, weightsOf([], true));
  const linear = directions.map((direction) => dot(direction, start));
  const quadratic = directions.map((direction) => images.map((image) => dot(direction, image)));

  const estimatorAt = (w: readonly number[]): LinearEstimator => {
    const weights = weightsOf(w, true);
    const variance = dot(weights, multiply(covariance, weights));
    const biasPerM = fixedBias + w.reduce((sum, value) => sum + Math.abs(value), 0);
    return { weights, standardError: Math.sqrt(Math.max(0, variance)), biasPerM };
  };

  return lassoPath(linear, quadratic).map(estimatorAt).reverse();
}
