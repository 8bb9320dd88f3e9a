import type { Arms } from "./estimate";
import { noncentralT } from "./noncentral-t";
import { normalQuantile } from "./normal";
import { studentTQuantile } from "./student-t";

/** A planned comparison of two means: people and standard deviation per arm. */
export type PlannedArms = Arms<{ n: number; standardDeviation: number }>;
type Aim = { alpha: number; power: number };
const usual: Aim = { alpha: 0.05, power: 0.8 };

/**
 * Power of the two-sided t test for a difference of `effect` pooled standard deviations, both tails counted.
 * From the noncentral t with n1 + n0 - 2 degrees of freedom (Cohen 1988, 2.3); null under three people in all.
 */
export function powerOfTwoMeans(effect: number, n: Arms<number>, alpha = usual.alpha): number | null {
  const df = n.treated + n.control - 2;
  if (n.treated < 1 || n.control < 1 || df < 1) return null;
  const critical = studentTQuantile(1 - alpha / 2, df);
  const noncentrality = effect / Math.sqrt(1 / n.treated + 1 / n.control);
  return noncentralT(critical, df, noncentrality).upper + noncentralT(-critical, df, noncentrality).lower;
}

/**
 * Smallest difference of two means, in pooled standard deviations, that a two-sided t test finds with the asked power.
 * Solves `powerOfTwoMeans`, as `pwr.t2n.test` does; null under three people in all and for a power of 1.
 */
export function minimumDetectableEffectSize(n: Arms<number>, { alpha, power }: Aim = usual): number | null {
  const achieved = (effect: number) => powerOfTwoMeans(effect, n, alpha);
  if (achieved(0) === null || !(power < 1)) return null;
  const scale = Math.sqrt(1 / n.treated + 1 / n.control);
  let low = 0;
  let high = scale * (normalQuantile(1 - alpha / 2) + normalQuantile(power));
  while ((achieved(high) ?? 1) < power) high *= 2;
  for (let step = 0; step < 60 && high - low > 1e-14 * high; step += 1) {
    const middle = (low + high) / 2;
    if ((achieved(middle) ?? 1) < power) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * Smallest difference of two means in the unit of the outcome, by the normal approximation:
 * (z(1 - alpha / 2) + z(power)) x sqrt(sd1^2 / n1 + sd0^2 / n0). The arms may differ in spread and size. A design
 * that removes variance (change, covariate) enters through its smaller standard deviation; null for an empty arm.
 */
export function minimumDetectableDifference(
  { treated, control }: PlannedArms,
  { alpha, power }: Aim = usual,
): number | null {
  if (treated.n < 1 || control.n < 1) return null;
  const variance = treated.standardDeviation ** 2 / treated.n + control.standardDeviation ** 2 / control.n;
  return (normalQuantile(1 - alpha / 2) + normalQuantile(power)) * Math.sqrt(variance);
}
