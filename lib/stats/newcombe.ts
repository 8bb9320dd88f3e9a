import { type Arms, type Estimate, notEstimable } from "./estimate";
import { normalQuantile, normalTwoSidedP } from "./normal";

/** People and how many of them had the event. SQL: `count(*)`, `count(*) filter (where event)`. */
export type EventCount = { n: number; events: number };

/** Score interval of one proportion (Wilson 1927), without continuity correction; n > 0. */
export function wilsonInterval({ n, events }: EventCount, confidence = 0.95): [number, number] {
  const z = normalQuantile((1 + confidence) / 2);
  const share = events / n;
  const centre = share + (z * z) / (2 * n);
  const margin = z * Math.sqrt((share * (1 - share)) / n + (z / (2 * n)) ** 2);
  const scale = 1 + (z * z) / n;
  return [events === 0 ? 0 : (centre - margin) / scale, events === n ? 1 : (centre + margin) / scale];
}

/**
 * Difference of two proportions, treated minus control ("risk_difference_newcombe").
 *
 * Counts: people and people with the event, by arm. Interval: hybrid score of Newcombe (1998), method 10. p: the
 * two-proportion z test with pooled variance. Standard error: unpooled, 0 where both shares are 0 or 1 (the interval
 * stays informative). With no event, or nothing but events, in both arms together p is 1.
 * Estimand: the average effect on the probability of the event. Assumption: random assignment, people independent.
 * Refuses an empty arm.
 */
export function riskDifferenceNewcombe({ treated, control }: Arms<EventCount>, confidence = 0.95): Estimate {
  const method = "risk_difference_newcombe";
  const n = { treated: treated.n, control: control.n };
  if (treated.n === 0 || control.n === 0) return notEstimable(method, "no-comparison", n);

  const share = { treated: treated.events / treated.n, control: control.events / control.n };
  const wilson = { treated: wilsonInterval(treated, confidence), control: wilsonInterval(control, confidence) };
  const estimate = share.treated - share.control;
  const below = Math.hypot(share.treated - wilson.treated[0], wilson.control[1] - share.control);
  const above = Math.hypot(wilson.treated[1] - share.treated, share.control - wilson.control[0]);

  const pooled = (treated.events + control.events) / (treated.n + control.n);
  const pooledError = Math.sqrt(pooled * (1 - pooled) * (1 / treated.n + 1 / control.n));
  const z = pooledError === 0 ? 0 : estimate / pooledError;
  const variance = (p: number, people: number) => (p * (1 - p)) / people;
  return {
    kind: "estimate",
    method,
    estimate,
    standardError: Math.sqrt(variance(share.treated, treated.n) + variance(share.control, control.n)),
    degreesOfFreedom: null,
    interval: [estimate - below, estimate + above],
    p: normalTwoSidedP(z),
    confidence,
    n,
    detail: { shares: share, wilson, z },
  };
}
