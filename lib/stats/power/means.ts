import type { Arms } from "@/lib/stats/estimate";
import { normalQuantile } from "@/lib/stats/normal";
import { firstReaching, wholeNumber } from "./first-reaching";
import {
  type Aim,
  type NoPrecision,
  type Precision,
  powerOfEffect,
  precision,
  type Tails,
  usualAim,
} from "./precision";

/** People needed: the root of the formula, and whole people. */
export type PeopleNeeded = { exact: number; whole: number };

/**
 * Two independent means ("plan_two_means"): spread and people per arm, t with n1 + n0 - 2 degrees of freedom (Cohen 1988, 2.3).
 * With equal spread the power is exact for normal values.
 */
export function twoMeansPrecision({
  treated,
  control,
}: Arms<{ n: number; standardDeviation: number }>): Precision | NoPrecision {
  const method = "plan_two_means";
  if (treated.n < 1 || control.n < 1) return { kind: "not-estimable", method, reason: "no-comparison" };
  const variance = treated.standardDeviation ** 2 / treated.n + control.standardDeviation ** 2 / control.n;
  return precision(method, Math.sqrt(variance), treated.n + control.n - 2);
}

/** One mean or the mean of paired differences ("plan_paired"): spread of the differences, t with n - 1 degrees of freedom. */
export function pairedPrecision(pairs: number, standardDeviation: number): Precision | NoPrecision {
  return precision("plan_paired", standardDeviation / Math.sqrt(pairs), pairs - 1);
}

/**
 * People per arm to find a difference of `effect` standard deviations; with `ratio` control people per treated person the number is
 * that of the treated. Null for no effect and for a power of 1 or not above alpha. `upper` tails equal R's `power.t.test`.
 */
export function peopleForTwoMeans(
  effect: number,
  { alpha, power }: Aim = usualAim,
  { tails = "upper", ratio = 1 }: { tails?: Tails; ratio?: number } = {},
): PeopleNeeded | null {
  const least = 2 / (1 + ratio) + 1e-3;
  const achieved = (n: number) => {
    const standardError = Math.sqrt((1 + 1 / ratio) / n);
    return powerOfEffect({ standardError, degreesOfFreedom: n * (1 + ratio) - 2 }, effect, alpha, tails);
  };
  return solve(achieved, (1 + 1 / ratio) * (reach(alpha, power) / effect) ** 2, { alpha, power }, least);
}

/** Pairs (or people measured once against a fixed value) to find a mean of `effect` standard deviations of the differences. */
export function pairsForMean(
  effect: number,
  { alpha, power }: Aim = usualAim,
  tails: Tails = "upper",
): PeopleNeeded | null {
  const achieved = (n: number) =>
    powerOfEffect({ standardError: 1 / Math.sqrt(n), degreesOfFreedom: n - 1 }, effect, alpha, tails);
  return solve(achieved, (reach(alpha, power) / effect) ** 2, { alpha, power }, 1 + 1e-3);
}

/** People per arm by the normal approximation, 2 ((z(1 - alpha / 2) + z(power)) / effect)^2. */
export function peopleByNormal(effect: number, { alpha, power }: Aim = usualAim): number | null {
  return effect === 0 || !(power < 1) ? null : 2 * (reach(alpha, power) / effect) ** 2;
}

const reach = (alpha: number, power: number) => normalQuantile(1 - alpha / 2) + normalQuantile(power);

function solve(achieved: (n: number) => number, start: number, aim: Aim, least: number): PeopleNeeded | null {
  if (!Number.isFinite(start) || !(aim.power < 1 && aim.power > aim.alpha)) return null;
  const exact = firstReaching(achieved, aim.power, Math.max(start, least), least);
  return exact === null ? null : { exact, whole: wholeNumber(exact) };
}
