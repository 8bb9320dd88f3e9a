import type { NotEstimableReason } from "./estimate";
import { climbLogit, type LogitDesign, weightedProducts } from "./logit-climb";
import { momentsOf } from "./moments";
import { multiply } from "./symmetric-solve";

/** A logistic regression; lists start with the intercept and then follow the covariates. */
export type LogitRegression = {
  kind: "logit";
  method: "logit_ml";
  /** Log odds per unit of the covariate; null where earlier covariates explain it and it was left out. */
  coefficients: (number | null)[];
  /** Inverse of the information; rows and columns of what was left out are zero. */
  covariance: number[][];
  /** The same if the model need not be right (HC0 of White 1982). */
  robustCovariance: number[][];
  /** Probability of the outcome, person by person. */
  fitted: Float64Array;
  logLikelihood: { none: number; fitted: number };
  n: number;
  events: number;
  dropped: number[];
};

/** The usual reasons, or `separation`: some covariates tell the outcomes apart without error, so odds are endless. */
export type NoLogitRegression = {
  kind: "not-estimable";
  method: "logit_ml";
  reason: NotEstimableReason | "separation";
  n: number;
};

/**
 * Logistic regression by maximum likelihood (iteratively reweighted least squares, McCullagh and Nelder 1989, 2.5).
 *
 * `covariates[k][i]` is covariate k of person i, without the intercept; `outcome[i]` is 0 or 1. Covariates are centred and
 * scaled inside. Assumption: log odds are linear in the covariates, people independent. Refuses gaps, one outcome only, no
 * more people than coefficients, and separation. Equals R's `glm(binomial)`.
 */
export function logitRegression(
  covariates: readonly ArrayLike<number>[],
  outcome: ArrayLike<number>,
): LogitRegression | NoLogitRegression {
  const n = outcome.length;
  const refuse = (reason: NoLogitRegression["reason"]): NoLogitRegression => ({
    kind: "not-estimable",
    method: "logit_ml",
    reason,
    n,
  });
  const moments = covariates.map((column) => momentsOf(Array.from(column)));
  const share = momentsOf(Array.from(outcome)).mean;
  const events = Math.round(share * n);
  if (![share, ...moments.flatMap(({ mean, variance }) => [mean, variance])].every(Number.isFinite)) {
    return refuse("not-finite");
  }
  if (n <= covariates.length + 1) return refuse("too-few-people");
  if (events === 0 || events === n) return refuse("no-variation");

  const means = moments.map(({ mean }) => mean);
  const scales = moments.map(({ mean, variance }) => {
    const scale = Math.sqrt(variance);
    return scale > 1e-14 * Math.abs(mean) ? scale : 0;
  });
  const design = standardised(covariates, n, means, scales);
  const fit = climbLogit(design, outcome, Math.log(share / (1 - share)));
  if (fit === null) return refuse("separation");

  const unscale = backTransform(means, scales);
  const toOriginal = (matrix: number[][]) => product(unscale, transposed(product(unscale, matrix)));
  const meat = weightedProducts(design, (person) => ((outcome[person] ?? 0) - (fit.fitted[person] ?? 0)) ** 2);
  return {
    kind: "logit",
    method: "logit_ml",
    coefficients: multiply(unscale, fit.beta).map((value, k) => (fit.dropped.includes(k) ? null : value)),
    covariance: toOriginal(fit.inverse),
    robustCovariance: toOriginal(product(fit.inverse, product(meat, fit.inverse))),
    fitted: fit.fitted,
    logLikelihood: { none: events * Math.log(share) + (n - events) * Math.log1p(-share), fitted: fit.logLikelihood },
    n,
    events,
    dropped: fit.dropped,
  };
}

/** An intercept, then each covariate centred and in standard deviations; a constant one as zeros, so that it is left out. */
function standardised(
  covariates: readonly ArrayLike<number>[],
  n: number,
  means: number[],
  scales: number[],
): LogitDesign {
  const size = covariates.length + 1;
  const rows = new Float64Array(n * size);
  for (let person = 0; person < n; person += 1) rows[person * size] = 1;
  for (const [k, column] of covariates.entries()) {
    const [mean, scale] = [means[k] ?? 0, scales[k] ?? 0];
    if (scale === 0) continue;
    for (let person = 0; person < n; person += 1) {
      rows[person * size + k + 1] = ((column[person] ?? 0) - mean) / scale;
    }
  }
  return { rows, size };
}

/** The matrix that turns coefficients of standardised covariates into those of the covariates as given. */
function backTransform(means: number[], scales: number[]): number[][] {
  const divided = (value: number, k: number) => value / (scales[k] || 1);
  const intercept = [1, ...means.map((mean, k) => divided(-mean, k))];
  return [
    intercept,
    ...means.map((_, row) => intercept.map((__, column) => (column === row + 1 ? divided(1, row) : 0))),
  ];
}

const transposed = (matrix: number[][]) => (matrix[0] ?? []).map((_, column) => matrix.map((row) => row[column] ?? 0));

const product = (left: number[][], right: number[][]) => left.map((row) => multiply(transposed(right), row));
