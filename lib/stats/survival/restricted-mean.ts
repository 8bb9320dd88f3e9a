import type { Arms, NotEstimableReason } from "@/lib/stats/estimate";
import { normalQuantile, normalTwoSidedP } from "@/lib/stats/normal";
import type { SurvivalCurve } from "./kaplan-meier";

/** Why there is no restricted mean: the usual reasons, or nobody was watched as long as the horizon. */
export type NoRestrictedMean = {
  kind: "not-estimable";
  method: "restricted_mean" | "restricted_mean_difference";
  reason: NotEstimableReason | "follow-up-too-short";
};

export type RestrictedMean = {
  kind: "restricted-mean";
  method: "restricted_mean";
  horizon: number;
  /** Mean time without the event up to the horizon, in the unit of time. */
  value: number;
  standardError: number;
  interval: [number, number];
  confidence: number;
  n: number;
};

/**
 * Mean time without the event up to a horizon: the area under the Kaplan-Meier curve (Irwin 1949), with Greenwood's
 * variance of that area (Klein and Moeschberger 2003, 4.5.2). Times start at 0. Assumption: as `kaplanMeier`.
 *
 * Refuses a horizon that is not positive, times below zero, and a horizon after the last follow-up while people are still
 * without the event (the curve is not known there).
 */
export function restrictedMean(
  curve: SurvivalCurve,
  horizon: number,
  confidence = 0.95,
): RestrictedMean | NoRestrictedMean {
  const refuse = (reason: NoRestrictedMean["reason"]): NoRestrictedMean => ({
    kind: "not-estimable",
    method: "restricted_mean",
    reason,
  });
  const first = curve.steps[0];
  const last = curve.steps.at(-1);
  if (first === undefined || last === undefined) return refuse("too-few-people");
  if (!Number.isFinite(horizon) || horizon <= 0 || first.time < 0) return refuse("not-finite");
  if (last.time < horizon && last.survival > 0) return refuse("follow-up-too-short");

  let variance = 0;
  let area = 0;
  for (let index = curve.steps.length - 1; index >= 0; index -= 1) {
    const step = curve.steps[index];
    if (step === undefined || step.time > horizon) continue;
    const until = Math.min(horizon, curve.steps[index + 1]?.time ?? horizon);
    area += step.survival * (until - step.time);
    const left = step.atRisk - step.events;
    if (left > 0) variance += (area * area * (step.events / step.atRisk)) / left;
  }
  const value = area + Math.min(horizon, first.time);
  const standardError = Math.sqrt(variance);
  const margin = normalQuantile((1 + confidence) / 2) * standardError;
  return {
    kind: "restricted-mean",
    method: "restricted_mean",
    horizon,
    value,
    standardError,
    interval: [Math.max(0, value - margin), Math.min(horizon, value + margin)],
    confidence,
    n: curve.n,
  };
}

export type RestrictedMeanDifference = {
  kind: "estimate";
  method: "restricted_mean_difference";
  horizon: number;
  /** Treated minus control, in the unit of time. */
  estimate: number;
  standardError: number;
  interval: [number, number];
  p: number;
  confidence: number;
  n: Arms<number>;
  arms: Arms<RestrictedMean>;
};

/**
 * Time without the event gained (negative: lost) up to a horizon: difference of restricted means, normal interval
 * (Royston and Parmar 2013). Needs no proportional hazards. Refuses as `restrictedMean`, and no variation in either arm.
 */
export function restrictedMeanDifference(
  { treated, control }: Arms<SurvivalCurve>,
  horizon: number,
  confidence = 0.95,
): RestrictedMeanDifference | NoRestrictedMean {
  const method = "restricted_mean_difference";
  const arms = {
    treated: restrictedMean(treated, horizon, confidence),
    control: restrictedMean(control, horizon, confidence),
  };
  if (arms.treated.kind === "not-estimable") return { ...arms.treated, method };
  if (arms.control.kind === "not-estimable") return { ...arms.control, method };
  const standardError = Math.hypot(arms.treated.standardError, arms.control.standardError);
  if (standardError === 0) return { kind: "not-estimable", method, reason: "no-variation" };
  const estimate = arms.treated.value - arms.control.value;
  const margin = normalQuantile((1 + confidence) / 2) * standardError;
  return {
    kind: "estimate",
    method,
    horizon,
    estimate,
    standardError,
    interval: [estimate - margin, estimate + margin],
    p: normalTwoSidedP(estimate / standardError),
    confidence,
    n: { treated: treated.n, control: control.n },
    arms: { treated: arms.treated, control: arms.control },
  };
}
