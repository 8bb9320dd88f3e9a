import { type AdjustedFit, fitAdjusted } from "./adjusted-fit";
import type { Arms, Estimate, NotEstimable } from "./estimate";
import { type ArmRows, hc2Estimate, hc2FromRows, type Meat } from "./hc2";
import type { JointMoments } from "./joint-moments";

/**
 * First pass of `ancovaHc2`. Moments: joint moments by arm of (outcome, pre-period value, further covariates), over
 * people with every one of them.
 */
export function ancovaFit(moments: Arms<JointMoments>): AdjustedFit | NotEstimable {
  return fitAdjusted("ancova_hc2", moments, false);
}

/**
 * Regression-adjusted difference with one slope per covariate for both arms ("ancova_hc2").
 *
 * Two passes as in `linHc2`. Error: HC2, t with n - k, k = 2 + covariates kept.
 * Estimand: the average effect on those assigned, when the slopes agree across arms or the arms are of equal size.
 * Assumption: random assignment, people independent. Refuses as `linHc2` does.
 * Equals R's `lm(y ~ arm + x)` with `sandwich::vcovHC(type = "HC2")`.
 */
export function ancovaHc2(fit: AdjustedFit | NotEstimable, meat: Meat, confidence = 0.95): Estimate {
  return fit.kind === "fit" ? hc2Estimate(fit, meat, confidence) : fit;
}

/** `ancovaHc2` with both passes in memory. */
export function ancovaHc2FromRows(rows: Arms<ArmRows>, confidence = 0.95): Estimate {
  return hc2FromRows(ancovaFit, rows, confidence);
}
