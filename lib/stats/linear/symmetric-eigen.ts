/** A symmetric matrix as sum of values[k] vectors[k] vectors[k]'. */
export type SymmetricEigen = { values: number[]; vectors: number[][] };

/**
 * Eigenvalues and orthonormal eigenvectors of a small symmetric matrix by cyclic Jacobi rotations (Golub and Van Loan
 * 2013, 8.5), in no order. Quadratic convergence; small eigenvalues keep their absolute precision.
 */
export function symmetricEigen(matrix: readonly (readonly number[])[]): SymmetricEigen {
  const size = matrix.length;
  const a = matrix.map((row) => Float64Array.from(row));
  const v = matrix.map((_, row) => Float64Array.from({ length: size }, (__, column) => (row === column ? 1 : 0)));
  const at = (row: number, column: number) => a[row]?.[column] ?? 0;
  for (let sweep = 0; sweep < 60; sweep += 1) {
    let outside = 0;
    let all = 0;
    for (let row = 0; row < size; row += 1) {
      for (let column = 0; column < size; column += 1) {
        all += at(row, column) ** 2;
        if (row !== column) outside += at(row, column) ** 2;
      }
    }
    if (outside <= 1e-34 * all) break;
    for (let p = 0; p < size - 1; p += 1) for (let q = p + 1; q < size; q += 1) rotate(a, v, p, q);
  }
  return {
    values: a.map((row, index) => row[index] ?? 0),
    vectors: Array.from({ length: size }, (_, column) => v.map((row) => row[column] ?? 0)),
  };
}

function rotate(a: Float64Array[], v: Float64Array[], p: number, q: number): void {
  const off = a[p]?.[q] ?? 0;
  if (off === 0) return;
  const theta = ((a[q]?.[q] ?? 0) - (a[p]?.[p] ?? 0)) / (2 * off);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const c = 1 / Math.hypot(t, 1);
  const s = t * c;
  for (const row of [...a, ...v]) {
    const [left, right] = [row[p] ?? 0, row[q] ?? 0];
    row[p] = c * left - s * right;
    row[q] = s * left + c * right;
  }
  const [rowP, rowQ] = [a[p], a[q]];
  if (rowP === undefined || rowQ === undefined) return;
  for (let column = 0; column < a.length; column += 1) {
    const [left, right] = [rowP[column] ?? 0, rowQ[column] ?? 0];
    rowP[column] = c * left - s * right;
    rowQ[column] = s * left + c * right;
  }
}
