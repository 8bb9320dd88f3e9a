import { jointMomentsOf } from "@/lib/stats/joint-moments";
import { leastSquares } from "@/lib/stats/least-squares";
import { invertSymmetric } from "@/lib/stats/symmetric-solve";

/** A regression with an intercept, seen from its slopes: what every robust covariance is made of. */
export type Slopes = {
  /** One per regressor kept, in the order given; `kept` and `dropped` are positions. */
  estimates: number[];
  kept: number[];
  dropped: number[];
  residuals: number[];
  /** `directions[j][i]`: what one unit of residual i moves estimate j by. */
  directions: Float64Array[];
  leverages: Float64Array;
  n: number;
  /** Slopes kept and the intercept. */
  coefficients: number;
  intercept: number;
  residualSquares: number;
  totalSquares: number;
  /** Largest absolute outcome, to tell an error from rounding. */
  size: number;
};

/**
 * Least squares of `outcome[i]` on an intercept and `regressors[j][i]`. The intercept is partialled out by centring
 * (Frisch-Waugh), so offsets cost no digits. Collinear later regressors are dropped as R's `lm` does.
 */
export function fitSlopes(regressors: readonly (readonly number[])[], outcome: readonly number[]): Slopes {
  const n = outcome.length;
  const fit = leastSquares([new Array<number>(n).fill(1), ...regressors], outcome);
  const kept = regressors.flatMap((_, index) => (fit.coefficients[index + 1] === null ? [] : [index]));
  const columns = kept.map((index) => regressors[index] ?? []);
  const { means, covariance } = jointMomentsOf([outcome, ...columns]);
  const scales = columns.map((_, index) => Math.sqrt(covariance[index + 1]?.[index + 1] ?? 0));
  const correlation = scales.map((row, at) =>
    scales.map((column, to) => (covariance[at + 1]?.[to + 1] ?? 0) / row / column),
  );
  const { inverse } = invertSymmetric(correlation);

  const scaled = columns.map((column, index) => {
    const [mean, scale] = [means[index + 1] ?? 0, scales[index] ?? 1];
    return Float64Array.from(column, (value) => (value - mean) / scale);
  });
  const leverages = new Float64Array(n).fill(1 / n);
  const directions = scaled.map((_, row) => {
    const direction = new Float64Array(n);
    for (const [column, values] of scaled.entries()) {
      const weight = (inverse[row]?.[column] ?? 0) / (n - 1);
      for (let index = 0; index < n; index += 1)
        direction[index] = (direction[index] ?? 0) + weight * (values[index] ?? 0);
    }
    for (let index = 0; index < n; index += 1) {
      leverages[index] = (leverages[index] ?? 0) + (direction[index] ?? 0) * (scaled[row]?.[index] ?? 0);
      direction[index] = (direction[index] ?? 0) / (scales[row] ?? 1);
    }
    return direction;
  });
  return {
    estimates: kept.map((index) => fit.coefficients[index + 1] ?? 0),
    kept,
    dropped: regressors.flatMap((_, index) => (kept.includes(index) ? [] : [index])),
    residuals: fit.residuals,
    directions,
    leverages,
    n,
    coefficients: kept.length + 1,
    intercept: fit.coefficients[0] ?? 0,
    residualSquares: fit.residualSumOfSquares,
    totalSquares: (covariance[0]?.[0] ?? 0) * (n - 1),
    size: outcome.reduce((most, value) => Math.max(most, Math.abs(value)), 0),
  };
}

/** Sum over rows of left times right. */
export function rowProducts(left: ArrayLike<number>, right: ArrayLike<number>): number {
  let sum = 0;
  for (let row = 0; row < left.length; row += 1) sum += (left[row] ?? 0) * (right[row] ?? 0);
  return sum;
}
