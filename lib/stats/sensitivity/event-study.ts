import type { Arms, NotEstimableReason } from "@/lib/stats/estimate";
import { dot, multiply } from "@/lib/stats/symmetric-solve";

/**
 * An event study: coefficients by period, relative to the last period before treatment (which is zero and left out).
 * Periods follow each other without a gap, in time order.
 */
export type EventStudy = {
  /** Before the reference period, earliest first, one or more. */
  pre: readonly number[];
  /** From treatment on, first period first, one or more. */
  post: readonly number[];
  /** Of all coefficients, `pre` then `post`. */
  covariance: readonly (readonly number[])[];
  n: Arms<number>;
};

/** The effect asked about: one weight per post period, say 1 for the first alone or equal shares for the mean. */
export type PostWeights = readonly number[];

/** Why an event study cannot be used, or null. */
export function eventStudyProblem(
  { pre, post, covariance }: EventStudy,
  weights: PostWeights,
): NotEstimableReason | null {
  const size = pre.length + post.length;
  if (pre.length === 0 || post.length === 0) return "no-comparison";
  if (weights.length !== post.length || covariance.length !== size) return "not-finite";
  const numbers = [...pre, ...post, ...weights, ...covariance.flat()];
  if (covariance.some((row) => row.length !== size) || !numbers.every(Number.isFinite)) return "not-finite";
  const variance = dot(
    weights,
    multiply(
      covariance.slice(pre.length).map((row) => row.slice(pre.length)),
      weights,
    ),
  );
  return variance > 0 ? null : "no-variation";
}

/** A weighted sum of all coefficients (`pre` then `post`) with its standard error. */
export function linearCombination(
  { pre, post, covariance }: EventStudy,
  weights: readonly number[],
): { estimate: number; standardError: number } {
  const variance = dot(weights, multiply(covariance, weights));
  return { estimate: dot([...pre, ...post], weights), standardError: Math.sqrt(Math.max(0, variance)) };
}
