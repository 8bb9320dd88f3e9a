import { incompleteBeta } from "./incomplete-beta";

/** P(F > f) for an F statistic with the given numerator and denominator degrees of freedom. */
export function fUpperTail(f: number, numeratorDf: number, denominatorDf: number): number {
  if (f <= 0) return 1;
  if (f === Number.POSITIVE_INFINITY) return 0;
  const scaled = numeratorDf * f;
  const total = denominatorDf + scaled;
  return incompleteBeta(denominatorDf / total, scaled / total, denominatorDf / 2, numeratorDf / 2).lower;
}
