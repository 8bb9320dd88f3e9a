import { type Arms, type Estimate, notEstimable } from "@/lib/stats/estimate";
import type { JointMoments } from "@/lib/stats/joint-moments";
import { waldRatio } from "./wald-ratio";

/**
 * Average effect on the compliers, those who take it up because they were assigned to it ("cace_wald_hc2").
 *
 * Moments per arm as assigned: index 0 the outcome, 1 take-up (0 or 1, or a dose between), one row per person. The difference in outcome
 * over the difference in take-up (Wald 1940; two-stage least squares with assignment as the instrument). Error: HC2, each arm's own sample
 * variance of outcome - effect x take-up over its size, t with n - 2; `detail.hc1StandardError` is that of HC1, n / (n - 2) times HC0.
 * Assumption: assignment was random, acts on the outcome through take-up alone, and makes nobody refuse who would otherwise take it up.
 * Where `detail.firstStage.f` is under 10 read `detail.andersonRubin` instead of the interval.
 * Refuses under two people in an arm, take-up equal in both arms, and no variation.
 */
export function complierEffect({ treated, control }: Arms<JointMoments>, confidence = 0.95): Estimate {
  const method = "cace_wald_hc2";
  const n = { treated: treated.n, control: control.n };
  if (n.treated === 0 || n.control === 0) return notEstimable(method, "no-comparison", n);
  if (n.treated < 2 || n.control < 2) return notEstimable(method, "too-few-people", n);

  const gap = (index: number) => (treated.means[index] ?? Number.NaN) - (control.means[index] ?? Number.NaN);
  const spread = (row: number, column: number, weigh = (people: number) => 1 / people) =>
    [treated, control].reduce((sum, arm) => sum + (arm.covariance[row]?.[column] ?? Number.NaN) * weigh(arm.n), 0);
  const ratio = gap(0) / gap(1);
  const total = n.treated + n.control;
  const hc1 = (people: number) => ((people - 1) / people ** 2) * (total / (total - 2));
  const hc1Variance = spread(0, 0, hc1) - 2 * ratio * spread(0, 1, hc1) + ratio ** 2 * spread(1, 1, hc1);
  return waldRatio({
    method,
    effects: {
      outcome: gap(0),
      takeUp: gap(1),
      outcomeVariance: spread(0, 0),
      takeUpVariance: spread(1, 1),
      covariance: spread(0, 1),
    },
    takeUp: { treated: treated.means[1] ?? Number.NaN, control: control.means[1] ?? Number.NaN },
    size: Math.abs(treated.means[0] ?? 0) + Math.abs(control.means[0] ?? 0),
    degreesOfFreedom: total - 2,
    confidence,
    n,
    detail: { hc1StandardError: Math.sqrt(Math.max(0, hc1Variance)) / Math.abs(gap(1)) },
  });
}
