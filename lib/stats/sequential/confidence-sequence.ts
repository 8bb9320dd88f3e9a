import { type Arms, type Estimate, type NotEstimable, notEstimable } from "@/lib/stats/estimate";
import { normalQuantile } from "@/lib/stats/normal";
import { studentTQuantile, studentTTwoSidedP } from "@/lib/stats/student-t";

const method = "confidence_sequence_normal_mixture";

/** An interval that may be looked at as often as one likes, and stopped on. */
export type ConfidenceSequence = {
  kind: "confidence-sequence";
  method: typeof method;
  /** The method whose estimate and standard error it rests on. */
  of: string;
  estimate: number;
  standardError: number;
  interval: [number, number];
  /** Valid at every look: the smallest level at which the sequence now leaves zero out. */
  p: number;
  confidence: number;
  /** Share of the planned independent units that are in. */
  progress: number;
  /** Half-width over that of the fixed-horizon interval at the same confidence: the price of looking early. */
  widerThanFixed: number;
  n: Arms<number>;
};

/** How far the study is: independent units (people, or clusters where the error is clustered) in, and planned. */
type Progress = { units: number; plannedUnits: number };

/**
 * The estimate of today with an asymptotic confidence sequence: it holds at all looks together, with probability
 * `confidence`, so one may look after each batch and stop when it has decided.
 *
 * From any asymptotically linear estimate (difference of means, regression-adjusted, difference-in-differences) with its
 * standard error. Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas (2021, Annals of Statistics 2024), Theorem 2.2: half-width
 * standard error x sqrt((x + 1) / x x log((x + 1) / alpha^2)), x = n rho^2; rho is theirs for the interval tightest
 * at the planned size (x = log((x + 1) / alpha^2) at n = planned units). Their multiplier of the standard error is taken
 * to Student's t at equal tail probability with the estimate's degrees of freedom, which only widens small first looks.
 * Assumption: units come in independently and the estimator is close to its normal limit at the first look.
 * Refuses what the estimate refuses, an estimate without a standard error, and a plan or progress that is not positive.
 */
export function confidenceSequence(estimate: Estimate, progress: Progress): ConfidenceSequence | NotEstimable {
  if (estimate.kind === "not-estimable") return notEstimable(method, estimate.reason, estimate.n);
  const { standardError, n, confidence } = estimate;
  const share = progress.units / progress.plannedUnits;
  if (standardError === null) return notEstimable(method, "no-variation", n);
  if (!(share > 0) || !Number.isFinite(share)) return notEstimable(method, "too-few-people", n);

  const alpha = 1 - confidence;
  const degreesOfFreedom = estimate.degreesOfFreedom ?? Number.POSITIVE_INFINITY;
  const x = mixtureAtPlan(alpha) * share;
  const multiplier = Math.sqrt(((x + 1) / x) * (Math.log1p(x) - 2 * Math.log(alpha)));
  const widened = atEqualTail(multiplier, degreesOfFreedom);
  const margin = widened * standardError;
  return {
    kind: "confidence-sequence",
    method,
    of: estimate.method,
    estimate: estimate.estimate,
    standardError,
    interval: [estimate.estimate - margin, estimate.estimate + margin],
    p: alwaysValidP(estimate.estimate / standardError, degreesOfFreedom, x),
    confidence,
    progress: share,
    widerThanFixed: widened / studentTQuantile((1 + confidence) / 2, degreesOfFreedom),
    n,
  };
}

/** The x = n rho^2 at which the sequence is tightest: the fixed point of log((x + 1) / alpha^2), a contraction. */
function mixtureAtPlan(alpha: number): number {
  const start = -2 * Math.log(alpha);
  let x = start + Math.log1p(start);
  for (let step = 0; step < 60; step += 1) x = start + Math.log1p(x);
  return x;
}

/** The t with the tail probability of a normal z; in the far tail, where doubles end, z itself. */
function atEqualTail(z: number, degreesOfFreedom: number): number {
  const outside = studentTTwoSidedP(z, Number.POSITIVE_INFINITY) / 2;
  if (outside === 0 || degreesOfFreedom === Number.POSITIVE_INFINITY) return z;
  return -studentTQuantile(outside, degreesOfFreedom);
}

/** The interval inverted for alpha at the rho that was planned. */
function alwaysValidP(t: number, degreesOfFreedom: number, x: number): number {
  const z = normalQuantile(studentTTwoSidedP(t, degreesOfFreedom) / 2);
  return Math.min(1, Math.exp(0.5 * Math.log1p(x) - (z * z * x) / (2 * (x + 1))));
}
