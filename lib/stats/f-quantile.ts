import { betaQuantile } from "@/lib/stats/incomplete-beta";

/** The f with P(F <= f) = p, from the beta distribution (Abramowitz and Stegun 26.6.2); degrees of freedom may be broken. */
export function fQuantile(p: number, numeratorDf: number, denominatorDf: number): number {
  const { x, y } = betaQuantile({ lower: p, upper: 1 - p }, numeratorDf / 2, denominatorDf / 2);
  return (denominatorDf * x) / (numeratorDf * y);
}
