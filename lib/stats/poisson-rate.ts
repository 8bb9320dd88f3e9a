import { binomialTwoSidedP, clopperPearson } from "./binomial";
import { type Arms, type Estimate, notEstimable } from "./estimate";
import type { Figure } from "./figure";
import { gammaQuantile } from "./incomplete-gamma";

/** Events and the time people were watched for them. SQL: `count` of events, `sum` of days / 365.25, `count` of people. */
export type Exposure = { events: number; personYears: number; people: number };

/**
 * Events per 100 person-years with an exact interval ("rate_garwood").
 *
 * Garwood (1936): the limits are gamma quantiles of the event count. Assumption: events independent, at a constant rate.
 * Refuses no person-years. Zero events give a rate of 0 with its upper limit. Equals R's `poisson.test` times 100.
 */
export function poissonRate({ events, personYears, people }: Exposure, confidence = 0.95): Figure {
  const method = "rate_garwood";
  if (!(personYears > 0)) return { kind: "not-estimable", method, reason: "no-denominator", n: people, value: null };
  const outside = (1 - confidence) / 2;
  const low = events === 0 ? 0 : gammaQuantile({ lower: outside, upper: 1 - outside }, events);
  const high = gammaQuantile({ lower: 1 - outside, upper: outside }, events + 1);
  const scale = 100 / personYears;
  return {
    kind: "figure",
    method,
    value: events * scale,
    standardError: null,
    degreesOfFreedom: null,
    interval: [low * scale, high * scale],
    confidence,
    n: people,
  };
}

/**
 * Rate of the treated over the rate of the control ("rate_ratio_exact").
 *
 * Given the total, the treated's events are binomial: exact interval (Clopper and Pearson) and two-sided p against a
 * ratio of 1, turned into ratios. Estimand: the ratio of incidence rates. Assumption: as `poissonRate`, groups comparable.
 * Refuses no person-years in an arm and a control without events (the ratio has no bound).
 * Equals R's `poisson.test(c(a, b), c(t1, t0))`.
 */
export function rateRatio({ treated, control }: Arms<Exposure>, confidence = 0.95): Estimate {
  const method = "rate_ratio_exact";
  const n = { treated: treated.people, control: control.people };
  if (!(treated.personYears > 0 && control.personYears > 0)) return notEstimable(method, "no-comparison", n);
  if (control.events === 0) return notEstimable(method, "no-events", n);

  const total = treated.events + control.events;
  const timeRatio = control.personYears / treated.personYears;
  const [low, high] = clopperPearson(treated.events, total, confidence);
  const asRatio = (share: number) => (share / (1 - share)) * timeRatio;
  return {
    kind: "estimate",
    method,
    estimate: (treated.events / control.events) * timeRatio,
    standardError: null,
    degreesOfFreedom: null,
    interval: [asRatio(low), asRatio(high)],
    p: binomialTwoSidedP(treated.events, total, treated.personYears / (treated.personYears + control.personYears)),
    confidence,
    n,
    detail: { events: { treated: treated.events, control: control.events } },
  };
}
