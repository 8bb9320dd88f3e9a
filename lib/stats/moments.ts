import { compensatedSum } from "./compensated-sum";

/**
 * What the database sends instead of rows: enough to estimate a mean and its uncertainty.
 * SQL: `count(x)`, `avg(x)`, `var_samp(x)` over one value per person. Where n is 0, mean and variance are
 * placeholders, and so is the variance where n is 1: every estimator looks at n first.
 */
export type Moments = {
  n: number;
  mean: number;
  /** Sample variance (n - 1 in the denominator), in the squared unit of the value. */
  variance: number;
};

/** The moments of nobody: the neutral element of `combineMoments`. */
export const noMoments: Moments = { n: 0, mean: 0, variance: 0 };

/**
 * Mean and sample variance of a list of numbers.
 *
 * Differences from the first value are averaged, then differences from that mean are squared, with the
 * correction of Chan, Golub and LeVeque (1983) for its rounding: a large common offset costs no digits.
 */
export function momentsOf(values: readonly number[]): Moments {
  const [origin] = values;
  if (origin === undefined) return noMoments;
  const n = values.length;

  const shift = compensatedSum(values, (value) => value - origin) / n;
  const rest = compensatedSum(values, (value) => value - origin - shift);
  const squares = compensatedSum(values, (value) => (value - origin - shift) ** 2);
  const mean = origin + (shift + rest / n);
  return { n, mean, variance: n < 2 ? 0 : (squares - (rest * rest) / n) / (n - 1) };
}

/**
 * The moments of two disjoint groups taken together.
 * Pairwise update of Chan, Golub and LeVeque (1983): no sums of squares, so no cancellation.
 */
export function combineMoments(left: Moments, right: Moments): Moments {
  if (left.n === 0) return right;
  if (right.n === 0) return left;
  const n = left.n + right.n;
  const gap = right.mean - left.mean;
  const squares = (left.n - 1) * left.variance + (right.n - 1) * right.variance + gap * gap * ((left.n / n) * right.n);
  return { n, mean: left.mean + gap * (right.n / n), variance: squares / (n - 1) };
}
