import type { NotEstimableReason } from "@/lib/stats/estimate";
import { normalQuantile } from "@/lib/stats/normal";
import type { LifeTableRow } from "./life-table";

/** Share still without the event, as a step function that falls at event times. */
export type SurvivalCurve = {
  kind: "curve";
  method: "kaplan_meier";
  n: number;
  events: number;
  /** One per distinct time, ascending; the value holds from that time on. */
  steps: SurvivalStep[];
};

type SurvivalStep = {
  time: number;
  /** People still watched just before this time. */
  atRisk: number;
  events: number;
  survival: number;
  /** Greenwood's sum of d / (n (n - d)): the variance of log survival; infinite once nobody is left. */
  logVariance: number;
};

export type NoSurvivalCurve = { kind: "not-estimable"; method: "kaplan_meier"; reason: NotEstimableReason; n: number };

/** On which scale the interval is symmetric. The default of Throughline is log-log: it stays between 0 and 1. */
export type SurvivalInterval = "log-log" | "log" | "plain";

/** Survival at one time. Without people left (survival 0) the error is not known: null. */
export type SurvivalAt = {
  time: number;
  atRisk: number;
  survival: number;
  standardError: number | null;
  interval: [number, number] | null;
};

/**
 * Product-limit estimate of the share without the event (Kaplan and Meier 1958) with Greenwood's variance (1926).
 *
 * Counts per distinct time, in any order. Assumption: those whose follow-up ended early would have fared as those who
 * stayed; a person censored at a time counts as at risk at that time. Refuses no people and times that are not finite.
 */
export function kaplanMeier(table: readonly LifeTableRow[]): SurvivalCurve | NoSurvivalCurve {
  const rows = table.filter((row) => row.events + row.censored > 0).sort((left, right) => left.time - right.time);
  const n = rows.reduce((sum, row) => sum + row.events + row.censored, 0);
  const refuse = (reason: NotEstimableReason): NoSurvivalCurve => ({
    kind: "not-estimable",
    method: "kaplan_meier",
    reason,
    n,
  });
  if (n === 0) return refuse("too-few-people");
  if (!rows.every((row) => Number.isFinite(row.time))) return refuse("not-finite");

  let atRisk = n;
  let survival = 1;
  let logVariance = 0;
  let total = 0;
  const steps = rows.map(({ time, events, censored }): SurvivalStep => {
    survival *= (atRisk - events) / atRisk;
    if (events > 0) logVariance += events / atRisk / (atRisk - events);
    total += events;
    const step = { time, atRisk, events, survival, logVariance };
    atRisk -= events + censored;
    return step;
  });
  return { kind: "curve", method: "kaplan_meier", n, events: total, steps };
}

/** The curve at a time. After the last time it keeps its last value with nobody at risk: the caller decides whether to say so. */
export function survivalAt(
  curve: SurvivalCurve,
  time: number,
  scale: SurvivalInterval = "log-log",
  confidence = 0.95,
): SurvivalAt {
  let low = 0;
  let high = curve.steps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((curve.steps[middle]?.time ?? 0) <= time) low = middle + 1;
    else high = middle;
  }
  const step = curve.steps[low - 1];
  const isOnStep = step !== undefined && step.time === time;
  const { survival, logVariance } = step ?? { survival: 1, logVariance: 0 };
  return {
    time,
    atRisk: (isOnStep ? step : curve.steps[low])?.atRisk ?? 0,
    survival,
    standardError: survival > 0 ? survival * Math.sqrt(logVariance) : null,
    interval: survivalInterval(survival, logVariance, scale, confidence),
  };
}

/**
 * Pointwise interval of a survival probability (Kalbfleisch and Prentice 1980, 1.3; clipped to 0 and 1 as `survfit` does).
 * At 1, before any event, it is 1 to 1; at 0 there is none.
 */
export function survivalInterval(
  survival: number,
  logVariance: number,
  scale: SurvivalInterval,
  confidence: number,
): [number, number] | null {
  if (survival <= 0) return null;
  if (logVariance === 0) return [survival, survival];
  const margin = normalQuantile((1 + confidence) / 2) * Math.sqrt(logVariance);
  if (scale === "plain") return [Math.max(0, survival * (1 - margin)), Math.min(1, survival * (1 + margin))];
  if (scale === "log") return [survival * Math.exp(-margin), Math.min(1, survival * Math.exp(margin))];
  const power = Math.exp(margin / -Math.log(survival));
  return [survival ** power, survival ** (1 / power)];
}
