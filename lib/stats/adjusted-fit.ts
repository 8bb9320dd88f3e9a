import { type Arms, type NotEstimable, notEstimable } from "./estimate";
import { combineJointMoments, type JointMoments } from "./joint-moments";
import { dot, invertSymmetric, multiply } from "./symmetric-solve";

/**
 * What a second pass over the people of one arm needs. With d_j = covariate_j - centre[j]:
 *
 *     residual  = (outcome - outcomeCentre) - sum_j slopes[j] d_j
 *     leverage  = 1 / n + sum_jk leverage[j][k] d_j d_k
 *     influence = sign / n + sum_j influence[j] d_j          (sign: +1 treated, -1 control)
 *
 * Covariates keep their order; dropped ones have zero coefficients.
 */
export type ArmPass = {
  n: number;
  sign: 1 | -1;
  outcomeCentre: number;
  centre: number[];
  slopes: number[];
  /** Symmetric. */
  leverage: number[][];
  influence: number[];
};

/** The regression-adjusted difference after the first pass: everything but its robust error. */
export type AdjustedFit = {
  kind: "fit";
  method: string;
  estimate: number;
  degreesOfFreedom: number;
  n: Arms<number>;
  passes: Arms<ArmPass>;
  /** Covariates (0 is the first after the outcome) left out because earlier terms explain them. */
  dropped: { covariates: number[]; interactions: number[] };
};

/**
 * Regresses the outcome on arm and covariates from the joint moments of each arm.
 *
 * Covariates are centred at the mean of both arms together; with `interacted` each also enters multiplied by arm
 * (Lin 2013). Removing the arm means first (Frisch-Waugh) leaves one small matrix of within-arm cross-products in
 * the column order of R's `lm`: covariates, then interactions; collinear later columns are dropped.
 */
export function fitAdjusted(method: string, arms: Arms<JointMoments>, interacted: boolean): AdjustedFit | NotEstimable {
  const { treated, control } = arms;
  const n = { treated: treated.n, control: control.n };
  if (treated.n === 0 || control.n === 0) return notEstimable(method, "no-comparison", n);
  if (treated.n < 2 || control.n < 2) return notEstimable(method, "too-few-people", n);

  const size = treated.means.length - 1;
  const centred = { treated: crossProducts(treated), control: crossProducts(control) };
  const cell = (row: number, column: number) => {
    const ofTreated = centred.treated[(row % size) + 1]?.[(column % size) + 1] ?? 0;
    const ofControl = centred.control[(row % size) + 1]?.[(column % size) + 1] ?? 0;
    return row < size && column < size ? ofTreated + ofControl : ofTreated;
  };
  const terms = Array.from({ length: interacted ? 2 * size : size }, (_, index) => index);
  const squares = (index: number) =>
    treated.n * (treated.means[index] ?? 0) ** 2 + control.n * (control.means[index] ?? 0) ** 2;
  const { inverse, kept, dropped } = invertSymmetric(
    terms.map((row) => terms.map((column) => cell(row, column))),
    terms.map((term) => squares((term % size) + 1)),
  );

  const withOutcome = (term: number) => {
    const ofTreated = centred.treated[0]?.[(term % size) + 1] ?? 0;
    return term < size ? ofTreated + (centred.control[0]?.[term + 1] ?? 0) : ofTreated;
  };
  const coefficients = multiply(inverse, terms.map(withOutcome));

  const pooled = combineJointMoments(treated, control);
  const gap = (from: JointMoments, to: JointMoments, term: number) =>
    (from.means[(term % size) + 1] ?? 0) - (to.means[(term % size) + 1] ?? 0);
  const gradient = terms.map((term) => (term < size ? gap(control, treated, term) : gap(pooled, treated, term)));
  const influence = multiply(inverse, gradient);

  const passOf = (arm: JointMoments, sign: 1 | -1): ArmPass => {
    const blocks = interacted && sign === 1 ? [0, size] : [0];
    const covariates = Array.from({ length: size }, (_, index) => index);
    const sumBlocks = (values: readonly number[], index: number) =>
      blocks.reduce((sum, block) => sum + (values[block + index] ?? 0), 0);
    return {
      n: arm.n,
      sign,
      outcomeCentre: arm.means[0] ?? 0,
      centre: arm.means.slice(1),
      slopes: covariates.map((index) => sumBlocks(coefficients, index)),
      leverage: covariates.map((row) =>
        covariates.map((column) =>
          blocks.reduce((sum, block) => sum + sumBlocks(inverse[block + row] ?? [], column), 0),
        ),
      ),
      influence: covariates.map((index) => sumBlocks(influence, index)),
    };
  };

  return {
    kind: "fit",
    method,
    estimate: (treated.means[0] ?? 0) - (control.means[0] ?? 0) + dot(coefficients, gradient),
    degreesOfFreedom: treated.n + control.n - 2 - kept.length,
    n,
    passes: { treated: passOf(treated, 1), control: passOf(control, -1) },
    dropped: {
      covariates: dropped.filter((term) => term < size),
      interactions: dropped.filter((term) => term >= size).map((term) => term - size),
    },
  };
}

function crossProducts({ n, covariance }: JointMoments): number[][] {
  return covariance.map((row) => row.map((value) => value * (n - 1)));
}
