import { compensatedSum } from "./compensated-sum";

/**
 * Moments of several variables measured on the same people. Index 0 is the outcome, 1 and up the covariates.
 * SQL: `count(*)`, `avg(x_j)`, `var_samp(x_j)`, `covar_samp(x_j, x_k)` over people with no value missing.
 */
export type JointMoments = {
  n: number;
  means: number[];
  /** Sample covariances (n - 1), symmetric; row and column order as in `means`. */
  covariance: number[][];
};

/** A symmetric matrix from the function that gives its cells. */
function symmetric(size: number, cell: (row: number, column: number) => number): number[][] {
  const matrix = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      const value = cell(row, column);
      entries(matrix, row)[column] = value;
      entries(matrix, column)[row] = value;
    }
  }
  return matrix;
}

function entries(matrix: number[][], row: number): number[] {
  return matrix[row] ?? [];
}

function meanOf(variable: readonly number[]): number {
  const [origin = 0] = variable;
  return variable.length === 0 ? 0 : origin + compensatedSum(variable, (value) => value - origin) / variable.length;
}

/**
 * Joint moments of variables given as columns of equal length: `variables[j][i]` is person i on variable j.
 * Two passes, centred, so offsets cost no digits.
 */
export function jointMomentsOf(variables: readonly (readonly number[])[]): JointMoments {
  const n = variables[0]?.length ?? 0;
  const means = variables.map(meanOf);
  const centred = variables.map((variable, index) => variable.map((value) => value - (means[index] ?? 0)));
  const covariance = symmetric(variables.length, (row, column) => {
    const other = centred[column] ?? [];
    const products = compensatedSum(centred[row] ?? [], (value, person) => value * (other[person] ?? 0));
    return n < 2 ? 0 : products / (n - 1);
  });
  return { n, means, covariance };
}

/** The joint moments of two disjoint groups taken together (Chan, Golub and LeVeque 1983). */
export function combineJointMoments(left: JointMoments, right: JointMoments): JointMoments {
  if (left.n === 0) return right;
  if (right.n === 0) return left;
  const n = left.n + right.n;
  const gaps = left.means.map((mean, index) => (right.means[index] ?? 0) - mean);
  const between = (left.n / n) * right.n;
  return {
    n,
    means: left.means.map((mean, index) => mean + (gaps[index] ?? 0) * (right.n / n)),
    covariance: symmetric(gaps.length, (row, column) => {
      const within =
        (left.n - 1) * (left.covariance[row]?.[column] ?? 0) + (right.n - 1) * (right.covariance[row]?.[column] ?? 0);
      return (within + between * (gaps[row] ?? 0) * (gaps[column] ?? 0)) / (n - 1);
    }),
  };
}
