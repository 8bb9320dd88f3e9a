import type { Arms, Estimated } from "@/lib/stats/estimate";
import type { CoxTies } from "./cox-likelihood";
import { coxRegression, type NoCoxRegression } from "./cox-regression";
import type { FollowUp } from "./life-table";
import { type ProportionalHazards, proportionalHazardsTest } from "./proportional-hazards";

/** The refusal of a hazard ratio, with the people in each arm. */
export type NoHazardRatio = NoCoxRegression & { n: Arms<number> };

/** What stands behind a hazard ratio. */
export type HazardRatioDetail = {
  events: Arms<number>;
  logRatio: number;
  logStandardError: number;
  proportional: ProportionalHazards;
};

/**
 * Hazard of the treated over that of the control, by Cox regression on the arm alone ("cox_efron" unless another convention for ties is
 * asked): above 1 the event comes sooner. Interval and two-sided p (against 1) by Wald on the log ratio. `detail` holds the events by arm and
 * the check that one ratio describes all times. Assumption and refusals: as `coxRegression`; an arm without events is `separation`.
 */
export function hazardRatio(
  arms: Arms<FollowUp>,
  { ties = "efron", confidence = 0.95 }: { ties?: CoxTies; confidence?: number } = {},
): (Estimated & { detail: HazardRatioDetail }) | NoHazardRatio {
  const n = { treated: arms.treated.time.length, control: arms.control.time.length };
  const method = `cox_${ties}`;
  if (n.treated === 0 || n.control === 0) return { kind: "not-estimable", method, reason: "no-comparison", n };
  const joined = (name: "time" | "event") => [...Array.from(arms.treated[name]), ...Array.from(arms.control[name])];
  const data = {
    time: joined("time"),
    event: joined("event"),
    covariates: [joined("time").map((_, person) => (person < n.treated ? 1 : 0))],
  };
  const fit = coxRegression(data, { ties, confidence });
  if (fit.kind === "not-estimable") return { ...fit, n };
  const [term] = fit.terms;
  if (term === undefined) return { kind: "not-estimable", method, reason: "no-comparison", n };
  const count = ({ event }: FollowUp) => Array.from(event).filter((happened) => happened === 1).length;
  return {
    kind: "estimate",
    method,
    estimate: term.hazardRatio,
    standardError: null,
    degreesOfFreedom: null,
    interval: term.interval,
    p: term.p,
    confidence,
    n,
    detail: {
      events: { treated: count(arms.treated), control: count(arms.control) },
      logRatio: term.coefficient,
      logStandardError: term.standardError,
      proportional: proportionalHazardsTest(data, fit),
    },
  };
}
