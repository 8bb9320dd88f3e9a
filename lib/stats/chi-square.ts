import { gammaQuantile, incompleteGamma } from "./incomplete-gamma";

/** P(X <= x) of the chi-square distribution. */
export function chiSquareCdf(x: number, degreesOfFreedom: number): number {
  return incompleteGamma(x / 2, degreesOfFreedom / 2).lower;
}

/** P(X > x) of the chi-square distribution: the p value of a test. */
export function chiSquareUpperTail(x: number, degreesOfFreedom: number): number {
  return incompleteGamma(x / 2, degreesOfFreedom / 2).upper;
}

/** The x with P(X <= x) = p. */
export function chiSquareQuantile(p: number, degreesOfFreedom: number): number {
  return 2 * gammaQuantile({ lower: p, upper: 1 - p }, degreesOfFreedom / 2);
}
