import { dot, multiply } from "@/lib/stats/symmetric-solve";
import { symmetricEigen } from "./symmetric-eigen";

/** One cluster of a regression: `gram` = X'X and `score` = X'(residuals) over its rows. */
export type ClusterSystem = { gram: readonly (readonly number[])[]; score: readonly number[] };
export type Cr2 = { standardError: number; degreesOfFreedom: number };

/**
 * An eigenvalue of 1 - hat matrix below this counts as zero: the cluster alone fixes a direction (clubSandwich's
 * limit).
 */
const zeroBelow = 1e-12;

/**
 * Error of the contrast `contrast . coefficients` with few clusters: bias-reduced linearisation CR2 (Bell and
 * McCaffrey 2002, working model of independent rows with equal spread) and Satterthwaite degrees of freedom
 * (Pustejovsky and Tipton 2018; R's `clubSandwich::vcovCR(type = "CR2")` and `coef_test`).
 *
 * Only cross-products are needed: with B = C C' the inverse of sum X'X and M = C' X_c'X_c C of a cluster, (I - X_c B
 * X_c')^(-1/2) X_c = X_c C (I - M)^(-1/2) C^-1. `total` = sum of the grams, of full rank. Null where it is not.
 */
export function cr2(
  total: readonly (readonly number[])[],
  clusters: readonly ClusterSystem[],
  contrast: readonly number[],
): Cr2 | null {
  const root = inverseRoot(total);
  if (root === null) return null;
  const transposed = root.map((_, column) => root.map((row) => row[column] ?? 0));
  const target = multiply(transposed, contrast);

  let variance = 0;
  let trace = 0;
  let squares = 0;
  const outer = root.map(() => new Array<number>(root.length).fill(0));
  for (const { gram, score } of clusters) {
    const inBasis = times(transposed, times(gram, root));
    const { values, vectors } = symmetricEigen(inBasis);
    const adjusted = root.map(() => 0);
    for (const [index, vector] of vectors.entries()) {
      const rest = 1 - (values[index] ?? 0);
      const weight = rest > zeroBelow ? dot(vector, target) / Math.sqrt(rest) : 0;
      for (const [row, value] of vector.entries()) adjusted[row] = (adjusted[row] ?? 0) + weight * value;
    }
    const fitted = multiply(inBasis, adjusted);
    const own = dot(adjusted, fitted);
    const shared = dot(fitted, fitted);
    variance += dot(score, multiply(root, adjusted)) ** 2;
    trace += own - shared;
    squares += own * own - 2 * own * shared;
    for (const [row, cells] of outer.entries()) {
      for (const [column, value] of fitted.entries()) cells[column] = (cells[column] ?? 0) + (fitted[row] ?? 0) * value;
    }
  }
  squares += outer.flat().reduce((sum, value) => sum + value * value, 0);
  return { standardError: Math.sqrt(variance), degreesOfFreedom: (trace * trace) / squares };
}

/**
 * C with C C' = the inverse of a positive definite matrix: the inverse of its upper Cholesky factor; null where it is
 * singular.
 */
function inverseRoot(matrix: readonly (readonly number[])[]): number[][] | null {
  const size = matrix.length;
  const scales = matrix.map((row, index) => Math.sqrt(row[index] ?? 0));
  if (scales.some((scale) => !(scale > 0))) return null;
  const lower: number[][] = [];
  for (let row = 0; row < size; row += 1) {
    const entries: number[] = [];
    for (let column = 0; column <= row; column += 1) {
      const above = column === row ? entries : (lower[column] ?? []);
      const rest =
        (matrix[row]?.[column] ?? 0) / (scales[row] ?? 1) / (scales[column] ?? 1) -
        dot(entries.slice(0, column), above);
      if (column < row) entries.push(rest / (above[column] ?? 1));
      else if (rest > 1e-12) entries.push(Math.sqrt(rest));
      else return null;
    }
    lower.push(entries);
  }
  const inverse = lower.map(() => new Array<number>(size).fill(0));
  for (let unit = 0; unit < size; unit += 1) {
    for (let row = unit; row < size; row += 1) {
      let rest = row === unit ? 1 : 0;
      for (let k = unit; k < row; k += 1) rest -= (lower[row]?.[k] ?? 0) * (inverse[unit]?.[k] ?? 0);
      const target = inverse[unit];
      if (target) target[row] = rest / (lower[row]?.[row] ?? 1);
    }
  }
  return inverse.map((row, index) => row.map((value) => value / (scales[index] ?? 1)));
}

function times(left: readonly (readonly number[])[], right: readonly (readonly number[])[]): number[][] {
  return left.map((row) =>
    row.map((_, column) => row.reduce((sum, value, k) => sum + value * (right[k]?.[column] ?? 0), 0)),
  );
}
