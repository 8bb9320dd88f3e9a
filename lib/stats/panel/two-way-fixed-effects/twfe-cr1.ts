import { type Estimate, notEstimable } from "@/lib/stats/estimate";
import { isRounding, tEstimate } from "@/lib/stats/t-estimate";
import { errorsOf } from "./errors";
import { fitTwoWay, type PanelInput } from "./fit";
import { twoWayWeights } from "./weights";

const method = "twfe_cr1";

/**
 * Static two-way fixed effects: the outcome on "exposed by now", unit and period effects absorbed ("twfe_cr1").
 *
 * Input: cohort moments (units independent) or cluster rows, over units with every period; units always exposed take
 * part. Error: CR1, K = regressor and period dummies, unit effects not counted; t with G - 1. `detail` carries the
 * other conventions and the weights. Estimand: a weighted average of effects whose weights may be negative where
 * effects differ by group or over time. Assumption: parallel trends and one constant effect. Refuses when exposure
 * does not vary within period and unit, under two clusters, and no residual variation.
 */
export function twfeCr1(input: PanelInput, confidence = 0.95): Estimate {
  const rows: readonly { group: number | null; n: number }[] = "cohorts" in input ? input.cohorts : input.clusters;
  const count = (isExposed: boolean) =>
    rows.filter(({ group }) => (group !== null) === isExposed).reduce((sum, { n }) => sum + n, 0);
  const people = { treated: count(true), control: count(false) };
  const fit = fitTwoWay(input, [(group, time) => (group !== null && time >= group ? 1 : 0)]);
  const estimate = fit?.estimates[0];
  if (fit === null || estimate === undefined) return notEstimable(method, "no-comparison", people);
  if (fit.clusters < 2) return notEstimable(method, "too-few-clusters", people);
  const errors = errorsOf(fit, 0);
  if (!Number.isFinite(errors.cr1)) return notEstimable(method, "not-finite", people);
  if (isRounding(errors.cr1, fit.size)) return notEstimable(method, "no-variation", people);
  const { clusters, values, coefficients } = fit;
  return tEstimate({
    method,
    estimate,
    standardError: errors.cr1,
    degreesOfFreedom: clusters - 1,
    confidence,
    n: people,
    detail: { errors, clusters, values, coefficients, weights: twoWayWeights(fit) },
  });
}
