import type { NotEstimableReason } from "@/lib/stats/estimate";
import { leastSquares } from "@/lib/stats/least-squares";
import { momentsOf } from "@/lib/stats/moments";
import { dot, invertSymmetric, multiply } from "@/lib/stats/symmetric-solve";
import type { ComparedRows } from "./compared-rows";
import { propensity, weightedColumns } from "./propensity";
import { tiltedOdds } from "./tilted-odds";

/** `traditional`: maximum likelihood score and least squares; `improved`: tilted score and weighted least squares. */
export type DoublyRobustKind = "traditional" | "improved";

export type DoublyRobust =
  | {
      kind: "doubly-robust";
      estimate: number;
      /** What every person contributes; squares add up to the variance. */
      influence: Float64Array;
      /** The same if score and outcome regression were known. */
      influenceKnown: Float64Array;
      /** Mean residual of the treated and the weighted control. */
      means: { treated: number; control: number };
      /** Largest chance of being treated by the maximum likelihood score: near 1 there is nobody to compare with. */
      largestScore: number;
    }
  | { kind: "refused"; reason: NotEstimableReason };

/**
 * Doubly robust effect on the treated: residuals from a linear regression among the control, treated mean less the
 * control mean weighted by the odds of treatment. Right if either model is right.
 *
 * `traditional`: Sant'Anna and Zhao 2020, equation 3.1, influence function of DRDID's `drdid_panel`; `improved`:
 * their section 3.2, `drdid_imp_panel`, whose influence function needs no correction for the estimated models. For a
 * change of the outcome it is difference-in-differences. Refuses as `propensity`, more coefficients than control
 * people, and weights without bound.
 */
export function doublyRobustAtt(rows: ComparedRows, kind: DoublyRobustKind = "traditional"): DoublyRobust {
  const { treated, outcome, covariates } = rows;
  const score = propensity(rows);
  if (score.kind === "refused") return score;
  const isControl = Float64Array.from(treated, (value) => (value === 1 ? 0 : 1));
  const basis = standardised(covariates, treated.length);
  const odds = kind === "improved" ? tiltedOdds(basis, treated) : score.odds;
  if (odds === null) return { kind: "refused", reason: "separation" };
  const controls = [...isControl.keys()].filter((row) => isControl[row] === 1);
  if (controls.length <= covariates.length + 1) return { kind: "refused", reason: "too-few-people" };
  const weights = isControl.map((control, row) => (control === 1 ? (odds[row] ?? 0) : 0));
  if (!weights.every(Number.isFinite)) return { kind: "refused", reason: "not-finite" };

  const roots = controls.map((row) => (kind === "improved" ? Math.sqrt(weights[row] ?? 0) : 1));
  const regression = leastSquares(
    basis.map((column) => controls.map((row, index) => (column[row] ?? 0) * (roots[index] ?? 0))),
    controls.map((row, index) => (outcome[row] ?? 0) * (roots[index] ?? 0)),
  );
  const residual = isControl.map((_, row) =>
    basis.reduce(
      (rest, column, index) => rest - (regression.coefficients[index] ?? 0) * (column[row] ?? 0),
      outcome[row] ?? 0,
    ),
  );
  const mean = (of: Float64Array) => {
    const total = of.reduce((sum, weight) => sum + weight, 0);
    return { total, mean: of.reduce((sum, weight, row) => sum + weight * (residual[row] ?? 0), 0) / total };
  };
  const isTreated = isControl.map((control) => 1 - control);
  const [one, none] = [mean(isTreated), mean(weights)];
  const estimate = one.mean - none.mean;
  if (!Number.isFinite(estimate)) return { kind: "refused", reason: "not-finite" };
  const means = { treated: one.mean, control: none.mean };
  const largestScore = score.scores.reduce((most, value) => Math.max(most, value), 0);
  const gapOfControl = weights.map((weight, row) => (weight * ((residual[row] ?? 0) - none.mean)) / none.total);
  const influenceKnown = gapOfControl.map(
    (gap, row) => ((isTreated[row] ?? 0) * ((residual[row] ?? 0) - one.mean)) / one.total - gap,
  );
  if (kind === "improved") {
    return { kind: "doubly-robust", estimate, influence: influenceKnown, influenceKnown, means, largestScore };
  }

  const throughScore = score.influence(weightedColumns(gapOfControl, covariates));
  const profile = basis.map((column) =>
    column.reduce(
      (sum, value, row) => sum + value * ((isTreated[row] ?? 0) / one.total - (weights[row] ?? 0) / none.total),
      0,
    ),
  );
  const { inverse } = invertSymmetric(
    basis.map((left) =>
      basis.map((right) => controls.reduce((sum, row) => sum + (left[row] ?? 0) * (right[row] ?? 0), 0)),
    ),
  );
  const direction = multiply(inverse, profile);
  const influence = influenceKnown.map((known, row) => {
    const along = dot(
      direction,
      basis.map((column) => column[row] ?? 0),
    );
    return known - (throughScore[row] ?? 0) - (isControl[row] ?? 0) * (residual[row] ?? 0) * along;
  });
  return { kind: "doubly-robust", estimate, influence, influenceKnown, means, largestScore };
}

/** A column of ones and the covariates centred and scaled; a constant covariate becomes zero. */
function standardised(covariates: readonly (readonly number[])[], n: number): Float64Array[] {
  const columns = covariates.map((column) => {
    const { mean, variance } = momentsOf(column);
    const scale = Math.sqrt(variance);
    return Float64Array.from(column, (value) => (scale > 1e-14 * Math.abs(mean) ? (value - mean) / scale : 0));
  });
  return [new Float64Array(n).fill(1), ...columns];
}
