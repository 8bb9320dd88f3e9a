import { type Arms, type Estimate, notEstimable } from "@/lib/stats/estimate";
import { isRounding, tEstimate } from "@/lib/stats/t-estimate";
import { type AssignedEffects, andersonRubin } from "./anderson-rubin";

type Parts = {
  method: string;
  effects: AssignedEffects;
  /** Mean take-up of each arm. */
  takeUp: Arms<number>;
  /** Size of the outcome's means, to tell an error from rounding. */
  size: number;
  degreesOfFreedom: number;
  confidence: number;
  n: Arms<number>;
  detail?: Record<string, unknown>;
};

/**
 * Effect on outcome over effect on take-up, with its delta-method error: that of outcome - ratio x take-up, over the take-up effect.
 * With one binary instrument this is two-stage least squares with a robust error (Imbens and Angrist 1994; Angrist, Imbens and Rubin 1996).
 * `detail` holds the first stage with its F (t squared; null where take-up does not vary), the Anderson-Rubin set, who complied and the effect of assignment.
 */
export function waldRatio(parts: Parts): Estimate {
  const { method, effects, takeUp, size, degreesOfFreedom, confidence, n } = parts;
  const known = [effects.outcome, effects.takeUp, effects.outcomeVariance, effects.takeUpVariance, effects.covariance];
  if (!known.every(Number.isFinite)) return notEstimable(method, "not-finite", n);
  if (effects.takeUp === 0) return notEstimable(method, "no-denominator", n);

  const ratio = effects.outcome / effects.takeUp;
  const variance = effects.outcomeVariance - 2 * ratio * effects.covariance + ratio ** 2 * effects.takeUpVariance;
  const standardError = Math.sqrt(Math.max(0, variance)) / Math.abs(effects.takeUp);
  if (isRounding(standardError * Math.abs(effects.takeUp), size)) return notEstimable(method, "no-variation", n);
  const f = effects.takeUpVariance > 0 ? effects.takeUp ** 2 / effects.takeUpVariance : null;
  return tEstimate({
    method,
    estimate: ratio,
    standardError,
    degreesOfFreedom,
    confidence,
    n,
    detail: {
      firstStage: { effect: effects.takeUp, standardError: Math.sqrt(effects.takeUpVariance), f },
      isWeak: f !== null && f < 10,
      andersonRubin: andersonRubin(effects, degreesOfFreedom, confidence),
      assignmentEffect: { estimate: effects.outcome, standardError: Math.sqrt(effects.outcomeVariance) },
      compliance: complianceOf(takeUp),
      ...parts.detail,
    },
  });
}

/** Shares under the assumption that assignment moves take-up one way only. */
function complianceOf(takeUp: Arms<number>) {
  const [more, less] = [Math.max(takeUp.treated, takeUp.control), Math.min(takeUp.treated, takeUp.control)];
  const kind = more === 1 && less === 0 ? "full" : more === 1 || less === 0 ? "one-sided" : "two-sided";
  return { kind, compliers: more - less, alwaysTakers: less, neverTakers: 1 - more };
}
