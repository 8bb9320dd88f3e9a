/** Ordinary least squares by rows. */
export type LeastSquares = {
  /** One per column; null where the column was dropped as collinear. */
  coefficients: (number | null)[];
  /** Classical standard errors (homoskedastic), null as above or without residual degrees of freedom. */
  standardErrors: (number | null)[];
  residuals: number[];
  residualSumOfSquares: number;
  residualDegreesOfFreedom: number;
  dropped: number[];
};

/**
 * Least squares by Householder reflections, with the limited pivoting of R's `lm` (LINPACK dqrdc2):
 * a column whose norm falls below `tolerance` of its original norm once earlier columns are removed is dropped.
 *
 * `columns[j][i]` is the value of regressor j for row i (give an intercept as a column of ones), `outcome[i]`
 * the response. Works on the rows, not on cross-products, so ill-conditioned designs keep their digits.
 */
export function leastSquares(
  columns: readonly (readonly number[])[],
  outcome: readonly number[],
  tolerance = 1e-7,
): LeastSquares {
  const rows = outcome.length;
  const rotated = Float64Array.from(outcome);
  const kept: { index: number; column: Float64Array; reflector: Float64Array; diagonal: number }[] = [];
  const dropped: number[] = [];

  for (const [index, values] of columns.entries()) {
    const column = Float64Array.from(values);
    const size = norm(column, 0);
    for (const [position, earlier] of kept.entries()) reflect(earlier.reflector, column, position);
    const rank = kept.length;
    const rest = norm(column, rank);
    if (rank >= rows || rest <= tolerance * size) {
      dropped.push(index);
      continue;
    }
    const reflector = column.slice();
    const diagonal = (column[rank] ?? 0) > 0 ? -rest : rest;
    reflector[rank] = (column[rank] ?? 0) - diagonal;
    reflect(reflector, rotated, rank);
    kept.push({ index, column, reflector, diagonal });
  }

  const rank = kept.length;
  const residualSumOfSquares = norm(rotated, rank) ** 2;
  const residualDegreesOfFreedom = rows - rank;
  const variance = residualDegreesOfFreedom > 0 ? residualSumOfSquares / residualDegreesOfFreedom : null;
  const coefficients: (number | null)[] = columns.map(() => null);
  const standardErrors: (number | null)[] = columns.map(() => null);

  const solve = (target: ArrayLike<number>): number[] => {
    const solution = new Array<number>(rank).fill(0);
    for (let row = rank - 1; row >= 0; row -= 1) {
      let sum = target[row] ?? 0;
      for (let later = row + 1; later < rank; later += 1)
        sum -= (kept[later]?.column[row] ?? 0) * (solution[later] ?? 0);
      solution[row] = sum / (kept[row]?.diagonal ?? 1);
    }
    return solution;
  };

  const solution = solve(rotated);
  const inverseColumns = kept.map((_, unit) => solve(kept.map((__, row) => (row === unit ? 1 : 0))));
  for (const [position, { index }] of kept.entries()) {
    coefficients[index] = solution[position] ?? null;
    const unscaled = inverseColumns.reduce((sum, inverse) => sum + (inverse[position] ?? 0) ** 2, 0);
    standardErrors[index] = variance === null ? null : Math.sqrt(variance * unscaled);
  }

  const residuals = rotated.fill(0, 0, rank);
  for (let position = rank - 1; position >= 0; position -= 1) {
    reflect(kept[position]?.reflector ?? new Float64Array(), residuals, position);
  }
  return {
    coefficients,
    standardErrors,
    residuals: Array.from(residuals),
    residualSumOfSquares,
    residualDegreesOfFreedom,
    dropped,
  };
}

function norm(vector: Float64Array, from: number): number {
  let largest = 0;
  for (let row = from; row < vector.length; row += 1) largest = Math.max(largest, Math.abs(vector[row] ?? 0));
  if (largest === 0) return 0;
  let sum = 0;
  for (let row = from; row < vector.length; row += 1) sum += ((vector[row] ?? 0) / largest) ** 2;
  return largest * Math.sqrt(sum);
}

/** Applies the Householder reflection of `reflector` (used from row `from`) to `vector`, in place. */
function reflect(reflector: Float64Array, vector: Float64Array, from: number): void {
  let product = 0;
  let size = 0;
  for (let row = from; row < vector.length; row += 1) {
    product += (reflector[row] ?? 0) * (vector[row] ?? 0);
    size += (reflector[row] ?? 0) ** 2;
  }
  const factor = size === 0 ? 0 : (2 * product) / size;
  for (let row = from; row < vector.length; row += 1) vector[row] = (vector[row] ?? 0) - factor * (reflector[row] ?? 0);
}
