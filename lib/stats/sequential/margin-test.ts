import { type Arms, type Estimate, type Estimated, type NotEstimable, notEstimable } from "@/lib/stats/estimate";
import { studentTCdf, studentTQuantile } from "@/lib/stats/student-t";
import { decide } from "./decide";

/** The outcome of a one-sided question, or of two at once (equivalence), put to a difference. */
export type MarginTest = {
  kind: "margin-test";
  method: "non_inferiority" | "superiority" | "equivalence_tost";
  /** The method whose estimate is asked. */
  of: string;
  isShown: boolean;
  /** What the estimate must lie beyond (one value), or between (two), in its unit. */
  thresholds: [number] | [number, number];
  /** Two-sided with confidence 1 - 2 alpha: what was asked is shown where it lies beyond, or between, the thresholds. */
  interval: [number, number];
  /** One-sided, of the harder threshold; null where the estimate has an exact interval and no error. */
  p: number | null;
  /** One-sided level. */
  alpha: number;
  n: Arms<number>;
};

/** Which way the outcome gets better. */
type Better = "higher" | "lower";

/**
 * "Not worse than control by more than the margin" (shorter training is not worse).
 *
 * `margin` is a positive size in the unit of the estimate (its sign is ignored); zero asks for superiority. One-sided at
 * `alpha`: shown where the interval with confidence 1 - 2 alpha lies beyond the margin (CHMP 2005 guideline; Schuirmann 1987).
 * For differences, not ratios. An estimate with an exact interval and no standard error is judged by that interval, at its own
 * confidence. Refuses what the estimate refuses, and a margin that is not a number.
 */
export function nonInferiority(
  estimate: Estimate,
  { margin, better, alpha = 0.025 }: { margin: number; better: Better; alpha?: number },
): MarginTest | NotEstimable {
  return oneSided("non_inferiority", estimate, { threshold: -Math.abs(margin), better, alpha });
}

/** "Better than control", by more than `margin` (default zero): one-sided at `alpha`, read as `nonInferiority`. */
export function superiority(
  estimate: Estimate,
  { margin = 0, better, alpha = 0.025 }: { margin?: number; better: Better; alpha?: number },
): MarginTest | NotEstimable {
  return oneSided("superiority", estimate, { threshold: Math.abs(margin), better, alpha });
}

/**
 * "As good as control within the margin, both ways": two one-sided tests (Schuirmann 1987), each at `alpha`.
 * Shown where the interval with confidence 1 - 2 alpha lies inside (-margin, margin); p is the larger of the two.
 */
export function equivalence(
  estimate: Estimate,
  { margin, alpha = 0.05 }: { margin: number; alpha?: number },
): MarginTest | NotEstimable {
  const method = "equivalence_tost";
  const size = Math.abs(margin);
  if (estimate.kind === "not-estimable") return notEstimable(method, estimate.reason, estimate.n);
  if (!Number.isFinite(size)) return notEstimable(method, "not-finite", estimate.n);
  const asked = intervalAt(estimate, alpha);
  const lower = tailBeyond(estimate, -size, "higher");
  const upper = tailBeyond(estimate, size, "lower");
  return {
    kind: "margin-test",
    method,
    of: estimate.method,
    isShown: decide(asked.interval, -size) === "above" && decide(asked.interval, size) === "below",
    thresholds: [-size, size],
    p: lower === null || upper === null ? null : Math.max(lower, upper),
    n: estimate.n,
    ...asked,
  };
}

/** `threshold` in the direction of better: -margin for not worse, +margin for better by so much. */
function oneSided(
  method: MarginTest["method"],
  estimate: Estimate,
  { threshold, better, alpha }: { threshold: number; better: Better; alpha: number },
): MarginTest | NotEstimable {
  if (estimate.kind === "not-estimable") return notEstimable(method, estimate.reason, estimate.n);
  if (!Number.isFinite(threshold)) return notEstimable(method, "not-finite", estimate.n);
  const signed = better === "higher" ? threshold : -threshold;
  const asked = intervalAt(estimate, alpha);
  return {
    kind: "margin-test",
    method,
    of: estimate.method,
    isShown: decide(asked.interval, signed) === (better === "higher" ? "above" : "below"),
    thresholds: [signed],
    p: tailBeyond(estimate, signed, better),
    n: estimate.n,
    ...asked,
  };
}

function intervalAt(estimate: Estimated, alpha: number): { interval: [number, number]; alpha: number } {
  const { standardError, degreesOfFreedom, interval, confidence } = estimate;
  if (standardError === null) return { interval, alpha: (1 - confidence) / 2 };
  const margin = studentTQuantile(1 - alpha, degreesOfFreedom ?? Number.POSITIVE_INFINITY) * standardError;
  return { interval: [estimate.estimate - margin, estimate.estimate + margin], alpha };
}

/** P value against the effect being on the wrong side of the threshold. */
function tailBeyond(estimate: Estimated, threshold: number, better: Better): number | null {
  const { standardError, degreesOfFreedom } = estimate;
  if (standardError === null) return null;
  const t = (estimate.estimate - threshold) / standardError;
  return studentTCdf(better === "higher" ? -t : t, degreesOfFreedom ?? Number.POSITIVE_INFINITY);
}
