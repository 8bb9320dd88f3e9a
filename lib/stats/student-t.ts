import { betaQuantile, incompleteBeta } from "./incomplete-beta";
import { normalQuantile, normalTwoSidedP } from "./normal";

/**
 * P(|T| >= |t|) for Student's t; the degrees of freedom may be any positive number, infinity is the normal.
 * From the incomplete beta function (Abramowitz and Stegun 26.7.1), precise far into the tails.
 */
export function studentTTwoSidedP(t: number, degreesOfFreedom: number): number {
  if (degreesOfFreedom === Number.POSITIVE_INFINITY) return normalTwoSidedP(t);
  if (!Number.isFinite(t * t)) return 0;
  const total = degreesOfFreedom + t * t;
  return incompleteBeta(degreesOfFreedom / total, (t * t) / total, degreesOfFreedom / 2, 0.5).lower;
}

/** P(T <= t) for Student's t. */
export function studentTCdf(t: number, degreesOfFreedom: number): number {
  const tail = studentTTwoSidedP(t, degreesOfFreedom) / 2;
  return t < 0 ? tail : 1 - tail;
}

/** The t with P(T <= t) = p. Infinite at 0 and 1. */
export function studentTQuantile(p: number, degreesOfFreedom: number): number {
  if (p === 0.5) return 0;
  if (degreesOfFreedom === Number.POSITIVE_INFINITY) return normalQuantile(p);
  const outside = 2 * Math.min(p, 1 - p);
  const inside = Math.abs(2 * p - 1);
  const { x, y } = betaQuantile({ lower: outside, upper: inside }, degreesOfFreedom / 2, 0.5);
  return Math.sign(p - 0.5) * Math.sqrt((degreesOfFreedom * y) / x);
}
