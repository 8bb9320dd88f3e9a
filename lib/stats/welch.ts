import { type Arms, type Estimate, notEstimable } from "./estimate";
import type { Moments } from "./moments";
import { isRounding, tEstimate } from "./t-estimate";

/** Welch's t statistic on two groups, under the name of the method that uses it. */
export function welchEstimate(
  method: string,
  arms: Arms<Moments>,
  confidence: number,
  detail?: Record<string, unknown>,
): Estimate {
  const { treated, control } = arms;
  const n = { treated: treated.n, control: control.n };
  if (treated.n === 0 || control.n === 0) return notEstimable(method, "no-comparison", n);
  if (treated.n < 2 || control.n < 2) return notEstimable(method, "too-few-people", n);

  const treatedError = treated.variance / treated.n;
  const controlError = control.variance / control.n;
  const squaredError = treatedError + controlError;
  const standardError = Math.sqrt(squaredError);
  if (isRounding(standardError, Math.abs(treated.mean) + Math.abs(control.mean))) {
    return notEstimable(method, "no-variation", n);
  }
  const treatedShare = treatedError / squaredError;
  const controlShare = controlError / squaredError;
  return tEstimate({
    method,
    estimate: treated.mean - control.mean,
    standardError,
    degreesOfFreedom: 1 / (treatedShare ** 2 / (treated.n - 1) + controlShare ** 2 / (control.n - 1)),
    confidence,
    n,
    ...(detail && { detail }),
  });
}

/**
 * Difference in means, treated minus control, unadjusted ("welch").
 *
 * Moments: of the outcome after the intervention, one value per person, by arm; unit of the outcome.
 * Error: Welch, so the arms may differ in spread and size; t with Satterthwaite degrees of freedom (Welch 1947).
 * Estimand: the average effect on those assigned. Assumption: assignment was random and people are independent.
 * Refuses under two people in an arm and where nobody differs. Equals R's `t.test(treated, control)`.
 */
export function welch(outcome: Arms<Moments>, confidence = 0.95): Estimate {
  return welchEstimate("welch", outcome, confidence, {
    means: { treated: outcome.treated.mean, control: outcome.control.mean },
  });
}
