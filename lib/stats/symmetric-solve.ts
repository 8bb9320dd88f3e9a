/** A symmetric positive semidefinite matrix, solved for the columns that carry information of their own. */
export type SymmetricInverse = {
  /** Generalised inverse: rows and columns of dropped variables are zero. */
  inverse: number[][];
  /** Index of every variable kept, ascending. */
  kept: number[];
  dropped: number[];
};

/** A pivot below this share of its own diagonal is a linear combination of earlier columns: 1e-6 on the scale of R's lm. */
const collinearBelow = 1e-12;

/**
 * Inverts a cross-product matrix by Cholesky decomposition and finds its rank.
 *
 * Columns are taken in order, and one that earlier columns explain is dropped, as R's `lm` drops the later
 * of two collinear terms. `scales[j]` may give a larger size than the diagonal (say the uncentred square)
 * against which column j counts as zero: `minimum` share 1e-14.
 */
export function invertSymmetric(
  matrix: readonly (readonly number[])[],
  scales: readonly number[] = [],
): SymmetricInverse {
  const { factor, kept, dropped } = decompose(matrix, scales);
  const lower = invertLower(factor);
  const inverse = matrix.map(() => new Array<number>(matrix.length).fill(0));
  for (const [a, row] of kept.entries()) {
    for (const [b, column] of kept.entries()) {
      let sum = 0;
      for (let k = Math.max(a, b); k < kept.length; k += 1) sum += (lower[k]?.[a] ?? 0) * (lower[k]?.[b] ?? 0);
      const target = inverse[row];
      if (target) target[column] = sum;
    }
  }
  return { inverse, kept, dropped };
}

/** v' A^-1 v over the variables kept, by the same decomposition and without the inverse, which takes five times as long. */
export function inverseQuadraticForm(
  matrix: readonly (readonly number[])[],
  vector: readonly number[],
  scales: readonly number[] = [],
): { value: number; kept: number[]; dropped: number[] } {
  const { factor, kept, dropped } = decompose(matrix, scales);
  const solved: number[] = [];
  for (const [position, entries] of factor.entries()) {
    const rest = (vector[kept[position] ?? 0] ?? 0) - dot(solved, entries);
    solved.push(rest / (entries[position] ?? 1));
  }
  return { value: dot(solved, solved), kept, dropped };
}

/** The lower Cholesky factor of the variables that carry information of their own. */
function decompose(matrix: readonly (readonly number[])[], scales: readonly number[]) {
  const kept: number[] = [];
  const dropped: number[] = [];
  const factor: number[][] = [];

  for (const [column, row] of matrix.entries()) {
    const entries: number[] = [];
    for (const [position, earlier] of kept.entries()) {
      const above = factor[position] ?? [];
      entries.push(((row[earlier] ?? 0) - dot(entries, above)) / (above[position] ?? 1));
    }
    const diagonal = row[column] ?? 0;
    const pivot = diagonal - dot(entries, entries);
    if (pivot > collinearBelow * diagonal && pivot > 1e-14 * (scales[column] ?? 0)) {
      factor.push([...entries, Math.sqrt(pivot)]);
      kept.push(column);
    } else {
      dropped.push(column);
    }
  }

  return { factor, kept, dropped };
}

/** Sum of products over the shorter of two vectors. */
export function dot(left: readonly number[], right: readonly number[]): number {
  let sum = 0;
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index += 1) sum += (left[index] ?? 0) * (right[index] ?? 0);
  return sum;
}

/** Matrix times vector. */
export function multiply(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
  return matrix.map((row) => dot(row, vector));
}

function invertLower(factor: readonly (readonly number[])[]): number[][] {
  const inverse: number[][] = [];
  for (const [row, entries] of factor.entries()) {
    const diagonal = entries[row] ?? 1;
    const solved: number[] = [];
    for (let column = 0; column < row; column += 1) {
      let sum = 0;
      for (let k = column; k < row; k += 1) sum += (entries[k] ?? 0) * (inverse[k]?.[column] ?? 0);
      solved.push(-sum / diagonal);
    }
    inverse.push([...solved, 1 / diagonal]);
  }
  return inverse;
}
