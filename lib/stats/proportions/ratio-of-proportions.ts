import { type Arms, type Estimate, notEstimable } from "@/lib/stats/estimate";
import type { EventCount } from "@/lib/stats/newcombe";
import { normalQuantile, normalTwoSidedP } from "@/lib/stats/normal";

/** A ratio whose logarithm is normal: estimate, interval and p from the error of the logarithm. */
function logRatio(
  method: string,
  n: Arms<number>,
  logarithm: number,
  logStandardError: number,
  confidence: number,
): Estimate {
  const margin = normalQuantile((1 + confidence) / 2) * logStandardError;
  return {
    kind: "estimate",
    method,
    estimate: Math.exp(logarithm),
    standardError: null,
    degreesOfFreedom: null,
    interval: [Math.exp(logarithm - margin), Math.exp(logarithm + margin)],
    p: normalTwoSidedP(logarithm / logStandardError),
    confidence,
    n,
    detail: { logStandardError },
  };
}

/**
 * Share of the treated with the event over that of the control ("risk_ratio_katz"), with the log interval of Katz et al. (1978).
 * Assumption: as `riskDifferenceNewcombe`. Refuses an empty arm, no event in either arm, and all people with it in both.
 */
export function riskRatio({ treated, control }: Arms<EventCount>, confidence = 0.95): Estimate {
  const n = { treated: treated.n, control: control.n };
  const method = "risk_ratio_katz";
  if (treated.n === 0 || control.n === 0) return notEstimable(method, "no-comparison", n);
  if (treated.events === 0 || control.events === 0) return notEstimable(method, "no-events", n);
  const variance = 1 / treated.events - 1 / treated.n + 1 / control.events - 1 / control.n;
  if (!(variance > 0)) return notEstimable(method, "no-variation", n);
  const logarithm = Math.log(treated.events / treated.n / (control.events / control.n));
  return logRatio(method, n, logarithm, Math.sqrt(variance), confidence);
}

/**
 * Odds of the event in the treated over those in the control ("odds_ratio_woolf"): cross-product ratio with the log interval of
 * Woolf (1955). Assumption: as `riskDifferenceNewcombe`. Refuses an empty arm and any empty cell (the ratio has no bound).
 */
export function oddsRatio({ treated, control }: Arms<EventCount>, confidence = 0.95): Estimate {
  const n = { treated: treated.n, control: control.n };
  const method = "odds_ratio_woolf";
  const without = { treated: treated.n - treated.events, control: control.n - control.events };
  if (treated.n === 0 || control.n === 0) return notEstimable(method, "no-comparison", n);
  if (treated.events === 0 || control.events === 0) return notEstimable(method, "no-events", n);
  if (without.treated === 0 || without.control === 0) return notEstimable(method, "no-denominator", n);
  const variance = 1 / treated.events + 1 / without.treated + 1 / control.events + 1 / without.control;
  const logarithm = Math.log((treated.events / without.treated) * (without.control / control.events));
  return logRatio(method, n, logarithm, Math.sqrt(variance), confidence);
}
