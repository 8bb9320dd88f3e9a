import { invertSymmetric, multiply } from "@/lib/stats/symmetric-solve";

const mostSteps = 100;

/**
 * Odds exp(x'c) that give the weighted control exactly the covariate sums of the treated: inverse probability tilting
 * (Graham, Pinto and Egel 2012), the calibrated score of Sant'Anna and Zhao (2020, equation 3.4). `basis[0]` is a
 * column of ones, the others centred and scaled. Newton's method with halved steps; null where no weights can balance
 * the arms.
 */
export function tiltedOdds(basis: readonly Float64Array[], treated: ArrayLike<number>): Float64Array | null {
  const n = treated.length;
  const rows = Array.from({ length: n }, (_, row) => row);
  const people = rows.filter((row) => treated[row] === 1);
  const controls = rows.filter((row) => treated[row] !== 1);
  const target = basis.map((column) => people.reduce((sum, row) => sum + (column[row] ?? 0), 0));
  const linear = (coefficients: readonly number[], row: number) =>
    basis.reduce((sum, column, index) => sum + (coefficients[index] ?? 0) * (column[row] ?? 0), 0);
  const loss = (coefficients: readonly number[]) =>
    controls.reduce((sum, row) => sum + Math.exp(linear(coefficients, row)), 0) -
    target.reduce((sum, value, index) => sum + value * (coefficients[index] ?? 0), 0);

  let coefficients = basis.map((_, index) => (index === 0 ? Math.log(people.length / controls.length) : 0));
  for (let step = 0; step < mostSteps; step += 1) {
    const odds = controls.map((row) => Math.exp(linear(coefficients, row)));
    const gap = basis.map(
      (column, index) =>
        (target[index] ?? 0) - controls.reduce((sum, row, place) => sum + (odds[place] ?? 0) * (column[row] ?? 0), 0),
    );
    const { inverse } = invertSymmetric(
      basis.map((left) =>
        basis.map((right) =>
          controls.reduce((sum, row, place) => sum + (odds[place] ?? 0) * (left[row] ?? 0) * (right[row] ?? 0), 0),
        ),
      ),
    );
    const move = multiply(inverse, gap);
    if (move.every((value) => Math.abs(value) < 1e-11)) {
      const isBalanced = gap.every((value) => Math.abs(value) < 1e-6 * people.length);
      return isBalanced ? Float64Array.from(rows, (row) => Math.exp(linear(coefficients, row))) : null;
    }
    const now = loss(coefficients);
    let share = 1;
    const moved = () => coefficients.map((value, index) => value + share * (move[index] ?? 0));
    while (share > 1e-6 && !(loss(moved()) <= now + 1e-12 * Math.abs(now))) share /= 2;
    coefficients = moved();
    if (coefficients.some((value) => !(Math.abs(value) < 50))) return null;
  }
  return null;
}
