import type { Arms } from "@/lib/stats/estimate";
import { normalCdf, normalQuantile } from "@/lib/stats/normal";
import { firstReaching } from "./first-reaching";
import { type Aim, usualAim } from "./precision";

/**
 * Power to tell two event rates apart ("plan_rate_ratio"): Wald test of the log ratio, whose variance is 1 / events expected in each
 * arm (Zhu and Lakkis 2014, without overdispersion), rejections in the effect's direction. Rates in any unit, `time` in the same
 * one (rate per person-year: person-years). Assumption: events independent. Null without time or a rate.
 */
export function powerOfRateRatio(rate: Arms<number>, time: Arms<number>, alpha = usualAim.alpha): number | null {
  const expected = { treated: rate.treated * time.treated, control: rate.control * time.control };
  if (!(expected.treated > 0 && expected.control > 0)) return null;
  const standardError = Math.sqrt(1 / expected.treated + 1 / expected.control);
  return normalCdf(Math.abs(Math.log(rate.treated / rate.control)) / standardError - normalQuantile(1 - alpha / 2));
}

/** Person-time per arm, equal arms, for the same test. Null for equal or empty rates and a power of 1. */
export function timeForRateRatio(rate: Arms<number>, { alpha, power }: Aim = usualAim): number | null {
  const reach = normalQuantile(1 - alpha / 2) + normalQuantile(power);
  const time = (reach / Math.log(rate.treated / rate.control)) ** 2 * (1 / rate.treated + 1 / rate.control);
  return rate.treated > 0 && rate.control > 0 && Number.isFinite(time) ? time : null;
}

/**
 * The rate nearest to `control` on one side that is found with the power asked. Null where none is: a fall to almost no events
 * leaves too few of them to be sure.
 */
export function detectableRate(
  control: number,
  time: Arms<number>,
  direction: "rise" | "fall",
  { alpha, power }: Aim = usualAim,
): number | null {
  if (!(control > 0 && time.treated > 0 && time.control > 0 && power < 1)) return null;
  const sign = direction === "rise" ? 1 : -1;
  const at = (log: number) => control * Math.exp(sign * log);
  // Power of a fall rises and then falls again, as events run out: only the rise up to its top is searched.
  const top =
    direction === "rise" ? Number.POSITIVE_INFINITY : steepest(control * time.treated, control * time.control);
  const achieved = (log: number) => powerOfRateRatio({ treated: at(Math.min(log, top)), control }, time, alpha) ?? 0;
  if (direction === "fall" && achieved(top) < power) return null;
  const log = firstReaching(achieved, power, Math.min(0.5, top / 2));
  return log === null ? null : at(Math.min(log, top));
}

/** The log fall at which log fall / standard error is largest, by golden section. */
function steepest(treated: number, control: number): number {
  const strength = (log: number) => log / Math.sqrt(Math.exp(log) / treated + 1 / control);
  let [low, high] = [1e-6, 100];
  const golden = (Math.sqrt(5) - 1) / 2;
  for (let step = 0; step < 100; step += 1) {
    const [left, right] = [high - golden * (high - low), low + golden * (high - low)];
    if (strength(left) < strength(right)) low = left;
    else high = right;
  }
  return (low + high) / 2;
}
