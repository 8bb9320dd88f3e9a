import { type Arms, type NotEstimable, notEstimable } from "./estimate";
import { logGamma } from "./log-gamma";
import type { Moments } from "./moments";
import { noncentralT } from "./noncentral-t";
import { normalQuantile } from "./normal";
import { isRounding } from "./t-estimate";

/** Difference of two means in standard deviations. */
export type EffectSize = {
  kind: "effect-size";
  cohenD: number;
  hedgesG: number;
  pooledDeviation: number;
  /** Over the standard deviation of the control (Glass); null where it is zero. */
  glassDelta: number | null;
  standardError: number;
  /** Exact intervals, by inverting the noncentral t distribution. */
  interval: { cohenD: [number, number]; hedgesG: [number, number] };
  confidence: number;
  n: Arms<number>;
};

/** A difference of more deviations than this is not one of size: nobody of one arm is like anybody of the other. */
const mostDeviations = 20;

/**
 * Cohen's d and Hedges' g with exact small-sample factor and exact intervals.
 *
 * Moments: of the outcome, by arm. d divides by the pooled standard deviation (n1 + n0 - 2); g = J d with J from the
 * gamma function (Hedges 1981); the error is the usual normal approximation. Assumption: normal values, equal spread.
 * Refuses under two people in an arm, no variation but rounding, and a spread that is nothing beside the difference (over 20 deviations:
 * the noncentral t would be summed in ever more, ever smaller steps).
 */
export function effectSize({ treated, control }: Arms<Moments>, confidence = 0.95): EffectSize | NotEstimable {
  const n = { treated: treated.n, control: control.n };
  if (treated.n < 2 || control.n < 2) return notEstimable("effect_size", "too-few-people", n);
  const df = treated.n + control.n - 2;
  const pooled = Math.sqrt(((treated.n - 1) * treated.variance + (control.n - 1) * control.variance) / df);
  if (isRounding(pooled, Math.abs(treated.mean) + Math.abs(control.mean)))
    return notEstimable("effect_size", "no-variation", n);

  const difference = treated.mean - control.mean;
  const d = difference / pooled;
  if (!Number.isFinite(d)) return notEstimable("effect_size", "not-finite", n);
  if (Math.abs(d) > mostDeviations) return notEstimable("effect_size", "no-variation", n);
  const harmonic = 1 / treated.n + 1 / control.n;
  const scale = Math.sqrt(harmonic);
  const correction = Math.exp(logGamma(df / 2) - logGamma((df - 1) / 2) - 0.5 * Math.log(df / 2));
  const outside = (1 - confidence) / 2;
  const low = scale * noncentralityAt(d / scale, df, outside);
  const high = scale * noncentralityAt(d / scale, df, 1 - outside);
  return {
    kind: "effect-size",
    cohenD: d,
    hedgesG: correction * d,
    pooledDeviation: pooled,
    glassDelta: control.variance > 0 ? difference / Math.sqrt(control.variance) : null,
    standardError: Math.sqrt(harmonic + (d * d) / (2 * (treated.n + control.n))),
    interval: { cohenD: [low, high], hedgesG: [correction * low, correction * high] },
    confidence,
    n,
  };
}

/**
 * Standardised mean difference, for balance tables; null where the spread is zero.
 * `over` names the spread: the root of the mean of both variances ("both", Austin 2009) or the treated's ("treated").
 */
export function standardisedMeanDifference(
  { treated, control }: Arms<Moments>,
  over: "both" | "treated" = "both",
): number | null {
  const variance = over === "both" ? (treated.variance + control.variance) / 2 : treated.variance;
  return variance > 0 ? (treated.mean - control.mean) / Math.sqrt(variance) : null;
}

/**
 * The noncentrality under which P(T > t) is `upper`: secants between generous normal bounds. In probits the tail is nearly a straight line of
 * the noncentrality, so a few suffice; where a secant leaves the bounds, or a tail is out of double precision, their middle is taken.
 */
function noncentralityAt(t: number, df: number, upper: number): number {
  const wanted = normalQuantile(upper);
  const tolerance = 1e-14 * Math.max(1, Math.abs(t));
  const reach = 2 + 2 * Math.abs(wanted) * Math.sqrt(1 + (t * t) / (2 * df));
  let [low, high] = [t - reach - Math.abs(t), t + reach + Math.abs(t)];
  let last: { at: number; miss: number } | null = null;
  let at = t + wanted * Math.sqrt(1 + (t * t) / (2 * df));
  for (let step = 0; step < 80 && high - low > tolerance; step += 1) {
    const miss = normalQuantile(noncentralT(t, df, at).upper) - wanted;
    if (miss < 0) low = at;
    else high = at;
    const next: number = last ? at - (miss * (at - last.at)) / (miss - last.miss) : at - miss;
    if (miss === 0 || Math.abs(next - at) <= tolerance) return next;
    last = { at, miss };
    at = next > low && next < high ? next : (low + high) / 2;
  }
  return at;
}
