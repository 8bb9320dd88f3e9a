import { type Arms, type Estimate, notEstimable } from "./estimate";
import { combineJointMoments, type JointMoments } from "./joint-moments";
import { linearisedVariance } from "./linearised-variance";
import type { Moments } from "./moments";
import { welchEstimate } from "./welch";

/**
 * Difference adjusted by the pre-period value ("cuped"; Deng, Xu, Kohavi and Walker 2013).
 *
 * Moments: joint moments by arm of exactly (outcome, pre-period value), people with both.
 * theta = cov(Y, X) / var(X) over both arms as one sample (n - 1); each outcome becomes Y - theta (X - grand mean
 * of X), and Welch's test compares the arms, theta taken as known.
 * Estimand: the average effect on those assigned. Assumption: random assignment, people independent.
 * Refuses as `welch` does, and a constant covariate as collinear.
 */
export function cuped(moments: Arms<JointMoments>, confidence = 0.95): Estimate {
  const { treated, control } = moments;
  const pooled = combineJointMoments(treated, control);
  const covariateVariance = pooled.covariance[1]?.[1] ?? 0;
  const grandMean = pooled.means[1] ?? 0;
  if (pooled.n > 1 && covariateVariance <= 1e-14 * grandMean ** 2) {
    return notEstimable("cuped", "collinear", { treated: treated.n, control: control.n });
  }

  const covariance = pooled.covariance[0]?.[1] ?? 0;
  const theta = covariance / covariateVariance;
  const adjusted = ({ n, means, covariance: within }: JointMoments): Moments => ({
    n,
    mean: (means[0] ?? 0) - theta * ((means[1] ?? 0) - grandMean),
    variance: linearisedVariance(within, theta),
  });
  const correlation = covariance / Math.sqrt(covariateVariance * (pooled.covariance[0]?.[0] ?? 0));
  return welchEstimate("cuped", { treated: adjusted(treated), control: adjusted(control) }, confidence, {
    theta,
    correlation,
    varianceRatio: 1 - correlation ** 2,
  });
}
