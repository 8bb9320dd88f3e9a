import { type Arms, type NotEstimable, notEstimable } from "@/lib/stats/estimate";
import { momentsOf } from "@/lib/stats/moments";
import { isRounding } from "@/lib/stats/t-estimate";
import { type BoundedEffect, boundedEffect } from "./bounded-effect";
import type { Ends } from "./imbens-manski";
import { trimmedMean } from "./trimmed-mean";

const method = "lee_bounds";

/** One arm as assigned: how many people, and the outcomes of those who still have one, in any order. */
export type ArmWithExits = { assigned: number; outcomes: ArrayLike<number> };

/**
 * Bounds on the effect for people who would be observed in either arm, when the arms lose different shares of people.
 *
 * Lee (2009): the arm that kept the larger share is trimmed by the excess, from above and from below; the other is left as it is.
 * Ties count in part (`trimmedMean`), so discrete outcomes need no convention of their own. Errors: proposition 3, with the error of the trimmed
 * share; interval: Imbens and Manski (2004). With equal shares nothing is trimmed, the bounds meet, and the error is the larger of trimming either arm.
 * Assumption: assignment was random, and being assigned moves everybody's being observed in one direction only (`detail.trimmed` names the arm
 * that kept more). Refuses an arm with nobody observed, under two people observed, more observed than assigned, and no variation.
 */
export function leeBounds({ treated, control }: Arms<ArmWithExits>, confidence = 0.95): BoundedEffect | NotEstimable {
  const n = { treated: treated.outcomes.length, control: control.outcomes.length };
  const assigned = { treated: treated.assigned, control: control.assigned };
  if (n.treated === 0 || n.control === 0) return notEstimable(method, "no-comparison", n);
  if (n.treated < 2 || n.control < 2) return notEstimable(method, "too-few-people", n);
  const observed = { treated: n.treated / assigned.treated, control: n.control / assigned.control };
  if (!(observed.treated <= 1 && observed.control <= 1)) return notEstimable(method, "not-finite", n);

  const values = {
    treated: Float64Array.from(treated.outcomes).sort(),
    control: Float64Array.from(control.outcomes).sort(),
  };
  if (![values.treated, values.control].every((arm) => arm.every(Number.isFinite)))
    return notEstimable(method, "not-finite", n);
  const trimmed = observed.treated >= observed.control ? "treated" : "control";
  const keep = observed[other(trimmed)] / observed[trimmed];
  const shareVariance = (1 - observed.treated) / n.treated + (1 - observed.control) / n.control;
  const ends = endsTrimming(trimmed, values, keep, shareVariance);
  if (keep === 1) {
    const turned = endsTrimming(other(trimmed), values, keep, shareVariance);
    ends.lowError = Math.max(ends.lowError, turned.lowError);
    ends.highError = Math.max(ends.highError, turned.highError);
  }
  const size = Math.max(...[values.treated, values.control].map((arm) => Math.max(-(arm[0] ?? 0), arm.at(-1) ?? 0)));
  if (isRounding(Math.max(ends.lowError, ends.highError), size)) return notEstimable(method, "no-variation", n);
  const detail = { observed, trimmed: keep === 1 ? null : trimmed, trimmedShare: 1 - keep };
  return boundedEffect({ method, ends, confidence, n, assigned, detail });
}

const other = (arm: keyof Arms<unknown>) => (arm === "treated" ? "control" : "treated");

function endsTrimming(arm: keyof Arms<unknown>, sorted: Arms<Float64Array>, keep: number, shareVariance: number): Ends {
  const whole = momentsOf(Array.from(sorted[other(arm)]));
  const ofEnd = (end: "lowest" | "highest") => {
    const { mean, cut, variance } = trimmedMean(sorted[arm], keep, end);
    const error = Math.sqrt(variance + (cut - mean) ** 2 * shareVariance + whole.variance / whole.n);
    return { gap: mean - whole.mean, error };
  };
  const [lowest, highest] = [ofEnd("lowest"), ofEnd("highest")];
  return arm === "treated"
    ? { low: lowest.gap, high: highest.gap, lowError: lowest.error, highError: highest.error }
    : { low: -highest.gap, high: -lowest.gap, lowError: highest.error, highError: lowest.error };
}
