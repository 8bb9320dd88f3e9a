import { chiSquareUpperTail } from "@/lib/stats/chi-square";
import { inverseQuadraticForm } from "@/lib/stats/symmetric-solve";

export type WaldTest = { statistic: number; degreesOfFreedom: number; p: number; dropped: number[] };

/** A pivot of a correlation matrix below 1e-10 is rounding (`invertSymmetric` counts in 1e-14 of the scale). */
const roundingShare = 1e4;

/**
 * Are all values zero? W = b' V^-1 b against chi-square with the rank of V (Wald 1943).
 *
 * Works on the correlation scale, so the units of the values do not matter; a value that earlier ones determine is
 * dropped and named. Null where no value has a variance.
 */
export function waldTest(values: readonly number[], covariance: readonly (readonly number[])[]): WaldTest | null {
  const { value: statistic, kept, dropped } = standardisedForm(values, covariance);
  if (kept.length === 0 || !Number.isFinite(statistic)) return null;
  return { statistic, degreesOfFreedom: kept.length, p: chiSquareUpperTail(statistic, kept.length), dropped };
}

/** d' V^-1 d of any direction in the space of the values: the noncentrality a departure of that size gives the test. */
export function noncentralityOf(direction: readonly number[], covariance: readonly (readonly number[])[]): number {
  return standardisedForm(direction, covariance).value;
}

function standardisedForm(values: readonly number[], covariance: readonly (readonly number[])[]) {
  const errors = values.map((_, index) => Math.sqrt(Math.max(0, covariance[index]?.[index] ?? 0)));
  const over = (value: number, error: number) => (error > 0 ? value / error : 0);
  const correlation = errors.map((row, at) =>
    errors.map((column, to) => over(over(covariance[at]?.[to] ?? 0, row), column)),
  );
  const standardised = values.map((value, index) => over(value, errors[index] ?? 0));
  const scales = errors.map(() => roundingShare);
  return inverseQuadraticForm(correlation, standardised, scales);
}
