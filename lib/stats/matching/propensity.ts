import type { NotEstimableReason } from "@/lib/stats/estimate";
import { logitRegression } from "@/lib/stats/logit";
import { type ComparedRows, countArms } from "./compared-rows";

export type Propensity = {
  kind: "propensity";
  /** Chance of being treated given the covariates, person by person. */
  scores: Float64Array;
  /** Odds of being treated. */
  odds: Float64Array;
  /** Inverse information of (intercept, covariates) in their own units; zero rows for what was left out. */
  covariance: number[][];
  /** What moves an estimate by `gradient . coefficients` contributes through the estimated score, person by person. */
  influence: (gradient: readonly number[]) => Float64Array;
};

export type NoPropensity = { kind: "refused"; reason: NotEstimableReason };

/**
 * Propensity scores by logistic regression on the covariates (Rosenbaum and Rubin 1983). Refuses an empty arm, no
 * more people than coefficients, infinite numbers, and covariates that tell the arms apart without error.
 */
export function propensity({
  treated,
  covariates,
}: Pick<ComparedRows, "treated" | "covariates">): Propensity | NoPropensity {
  const n = countArms(treated);
  if (n.treated === 0 || n.control === 0) return { kind: "refused", reason: "no-comparison" };
  const fit = logitRegression(covariates, treated);
  if (fit.kind === "not-estimable") return { kind: "refused", reason: fit.reason };
  const odds = fit.fitted.map((score) => withinMachine(score / (1 - score)));
  const scores = odds.map((value) => value / (1 + value));
  return {
    kind: "propensity",
    scores,
    odds,
    covariance: fit.covariance,
    influence: (gradient) => {
      const direction = fit.covariance.map((row) =>
        row.reduce((sum, value, column) => sum + value * (gradient[column] ?? 0), 0),
      );
      return scores.map((score, row) => {
        const along = covariates.reduce(
          (sum, column, index) => sum + (direction[index + 1] ?? 0) * (column[row] ?? 0),
          direction[0] ?? 0,
        );
        return ((treated[row] ?? 0) - score) * along;
      });
    },
  };
}

/** Odds beyond exp(30) either way count as machine precision, as in R's `glm`, so that no score is 0 or 1. */
function withinMachine(odds: number): number {
  if (odds < Math.exp(-30)) return Number.EPSILON;
  return odds <= Math.exp(30) ? odds : 1 / Number.EPSILON;
}

/** Sum over people of weight times (1, covariates). */
export function weightedColumns(weights: Float64Array, covariates: readonly (readonly number[])[]): number[] {
  return [
    weights.reduce((sum, weight) => sum + weight, 0),
    ...covariates.map((column) => weights.reduce((sum, weight, row) => sum + weight * (column[row] ?? 0), 0)),
  ];
}
