/** One value for each arm of a comparison. */
export type Arms<Value> = { treated: Value; control: Value };

/**
 * Why a number cannot be had.
 *
 * - `too-few-people`: fewer people (or degrees of freedom) than the method needs.
 * - `too-few-clusters`: fewer than two clusters in an arm.
 * - `no-comparison`: one arm, or one wave of it, is empty.
 * - `no-variation`: every value is the same, so there is no uncertainty to measure.
 * - `collinear`: the only covariate is constant.
 * - `full-leverage`: one person alone fixes a coefficient, so their error cannot be known (HC2 divides by zero).
 * - `no-denominator`: the denominators of a ratio sum to zero.
 * - `no-events`: the event a rate counts did not happen where the method needs it.
 * - `too-few-periods`: a series is too short for the terms of its model.
 * - `separation`: covariates tell the arms apart without error, so there is nobody to compare with.
 * - `not-finite`: the input holds an infinite or undefined number.
 */
export type NotEstimableReason =
  | "too-few-people"
  | "too-few-clusters"
  | "no-comparison"
  | "no-variation"
  | "collinear"
  | "full-leverage"
  | "no-denominator"
  | "no-events"
  | "too-few-periods"
  | "separation"
  | "not-finite";

/** An effect of treated against control that could be computed. */
export type Estimated = {
  kind: "estimate";
  /** Stable name of the method and its convention, as listed in METHODS. */
  method: string;
  /** Treated minus control (for a ratio: treated over control), in the unit of the outcome. */
  estimate: number;
  /** In the unit of the estimate; null where the interval is exact and no error is defined. */
  standardError: number | null;
  /** Of the t distribution used; null where the reference distribution is not t. */
  degreesOfFreedom: number | null;
  interval: [number, number];
  /** Two-sided, against no difference (a ratio: against one). */
  p: number;
  confidence: number;
  /** People the estimate rests on. */
  n: Arms<number>;
  detail?: Record<string, unknown>;
};

/** The answer "not estimable", with its reason: a value, never a zero and never an exception. */
export type NotEstimable = { kind: "not-estimable"; method: string; reason: NotEstimableReason; n: Arms<number> };

export type Estimate = Estimated | NotEstimable;

/** The refusal of a method. */
export function notEstimable(method: string, reason: NotEstimableReason, n: Arms<number>): NotEstimable {
  return { kind: "not-estimable", method, reason, n };
}
