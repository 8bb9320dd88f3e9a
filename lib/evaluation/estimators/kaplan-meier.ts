import { refused } from "@/lib/evaluation/estimator";
import { curvesOf, survivalMethod } from "@/lib/evaluation/survival-method";
import type { Arms } from "@/lib/stats/estimate";
import { normalEstimate } from "@/lib/stats/normal-estimate";
import { type SurvivalCurve, survivalAt, survivalInterval } from "@/lib/stats/survival/kaplan-meier";
import type { FollowUp } from "@/lib/stats/survival/life-table";
import { logRank } from "@/lib/stats/survival/log-rank";
import { survivalQuantile } from "@/lib/stats/survival/survival-quantile";

const method = "kaplan_meier";

/** Both curves, the log-rank test between them, and how far apart they end: the difference of the shares without the event. */
export const kaplanMeier = survivalMethod(method, ({ times, confidence, n }) => {
  const found = curvesOf(times);
  if (!found) return refused(method, "follow-up-too-short", n);
  const { curves, horizon } = found;
  const end = {
    treated: survivalAt(curves.treated, horizon, "log-log", confidence),
    control: survivalAt(curves.control, horizon, "log-log", confidence),
  };
  const standardError = Math.hypot(end.treated.standardError ?? 0, end.control.standardError ?? 0);
  if (standardError === 0) return refused(method, "no-variation", n);
  const estimate = end.treated.survival - end.control.survival;
  return normalEstimate({
    method,
    estimate,
    standardError,
    confidence,
    n,
    detail: {
      unit: "share",
      horizon,
      curves: { treated: curveOf(curves.treated, confidence), control: curveOf(curves.control, confidence) },
      watched: timesUpTo(horizon).map((time) => ({
        time,
        treated: survivalAt(curves.treated, time).atRisk,
        control: survivalAt(curves.control, time).atRisk,
      })),
      logRank: testOf(times.arms),
    },
  });
});

/** Steps kept of a curve: more are no finer to the eye. */
const mostSteps = 200;

/** The steps at which the curve falls, thinned evenly where there are very many, with log-log limits, and the median time. */
function curveOf(curve: SurvivalCurve, confidence: number) {
  const { time, interval } = survivalQuantile(curve, 0.5, "log-log", confidence);
  const falls = curve.steps.filter(({ events }) => events > 0);
  const every = Math.max(1, (falls.length - 1) / (mostSteps - 1));
  const kept = new Set(Array.from({ length: Math.min(falls.length, mostSteps) }, (_, at) => Math.round(at * every)));
  const steps = falls
    .filter((_, at) => kept.has(at))
    .map((step) => ({
      time: step.time,
      at_risk: step.atRisk,
      events: step.events,
      survival: step.survival,
      ci: survivalInterval(step.survival, step.logVariance, "log-log", confidence),
    }));
  return { n: curve.n, events: curve.events, median: { time, ci: interval }, steps };
}

function testOf({ treated, control }: Arms<FollowUp>) {
  const joined = (name: keyof FollowUp) => [...Array.from(treated[name]), ...Array.from(control[name])];
  const group = joined("time").map((_, at) => (at < treated.time.length ? 0 : 1));
  const test = logRank({ time: joined("time"), event: joined("event") }, group);
  if (test.kind !== "test") return null;
  const { statistic, degreesOfFreedom: df, p, observed, expected } = test;
  return { statistic, df, p, observed, expected };
}

const spacings = [1, 2, 5, 7, 10, 14, 30, 60, 90, 180, 365];

/** Days at which the people still watched are counted: evenly spaced, up to seven. */
function timesUpTo(horizon: number): number[] {
  const step = spacings.find((days) => horizon / days <= 6) ?? 365 * Math.ceil(horizon / 365 / 6);
  return Array.from({ length: Math.floor(horizon / step) + 1 }, (_, at) => at * step);
}
