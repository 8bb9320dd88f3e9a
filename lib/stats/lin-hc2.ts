import { type AdjustedFit, fitAdjusted } from "./adjusted-fit";
import type { Arms, Estimate, NotEstimable } from "./estimate";
import { type ArmRows, hc2Estimate, hc2FromRows, type Meat } from "./hc2";
import type { JointMoments } from "./joint-moments";

/**
 * First pass of `linHc2`. Moments: joint moments by arm of (outcome, pre-period value, further covariates), over
 * people with every one of them.
 */
export function linFit(moments: Arms<JointMoments>): AdjustedFit | NotEstimable {
  return fitAdjusted("lin_hc2", moments, true);
}

/**
 * Regression-adjusted difference, covariates centred and interacted with arm ("lin_hc2").
 *
 * Two passes: `linFit` from the joint moments by arm, then the meat that `fit.passes` describes, summed over
 * people. Error: HC2, t with n - k, k = 2 + 2 x covariates kept.
 * Estimand: the average effect on those assigned. Assumption: random assignment, people independent; the regression
 * need not be true (Lin 2013). Refuses under two people in an arm, n <= k, a person with full leverage, and residuals
 * of zero. Equals R's `estimatr::lm_lin(se_type = "HC2")`.
 */
export function linHc2(fit: AdjustedFit | NotEstimable, meat: Meat, confidence = 0.95): Estimate {
  return fit.kind === "fit" ? hc2Estimate(fit, meat, confidence) : fit;
}

/** `linHc2` with both passes in memory. */
export function linHc2FromRows(rows: Arms<ArmRows>, confidence = 0.95): Estimate {
  return hc2FromRows(linFit, rows, confidence);
}
