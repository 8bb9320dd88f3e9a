import type { MetricKind } from "@/lib/metrics/metric";
import type { Estimate } from "@/lib/stats/estimate";
import type { Figure } from "@/lib/stats/figure";
import { riskDifferenceNewcombe, wilsonInterval } from "@/lib/stats/newcombe";
import { poissonRate, rateRatio } from "@/lib/stats/poisson-rate";
import { type RatioMoments, ratioOfSums, ratioOfSumsDifference } from "@/lib/stats/ratio-of-sums";

/** Sums over the people of a scope and period, with centred second moments (sums of squared deviations). */
export type Sums = {
  people: number;
  numerator: number;
  denominator: number;
  numeratorM2: number;
  denominatorM2: number;
  crossM2: number;
};

export type SummedKind = Exclude<MetricKind, "median">;

/** The figure of a group, by the kind of its metric: Wilson, linearised t or exact Poisson interval. People must be above zero. */
export function figureOf(kind: SummedKind, sums: Sums, confidence = 0.95): Figure {
  if (kind === "rate") return poissonRate(exposure(sums), confidence);
  if (kind !== "share") return ratioOfSums(moments(sums), confidence);
  const { people: n, numerator: events } = sums;
  if (n === 0) return { kind: "not-estimable", method: "share_wilson", reason: "too-few-people", n, value: null };
  const interval = wilsonInterval({ n, events }, confidence);
  return {
    kind: "figure",
    method: "share_wilson",
    value: events / n,
    standardError: null,
    degreesOfFreedom: null,
    interval,
    confidence,
    n,
  };
}

/**
 * Change from one group (or period) to another, taken as independent: a difference, for rates a ratio. The same people in two
 * periods are usually alike, so their interval is wider than it need be, never narrower.
 */
export function changeOf(kind: SummedKind, now: Sums, then: Sums, confidence = 0.95): Estimate {
  if (kind === "rate") return rateRatio({ treated: exposure(now), control: exposure(then) }, confidence);
  if (kind !== "share") return ratioOfSumsDifference({ treated: moments(now), control: moments(then) }, confidence);
  const count = (sums: Sums) => ({ n: sums.people, events: sums.numerator });
  return riskDifferenceNewcombe({ treated: count(now), control: count(then) }, confidence);
}

function moments({ people: n, ...sums }: Sums): RatioMoments {
  const divisor = Math.max(1, n - 1);
  return {
    n,
    meanNumerator: n === 0 ? 0 : sums.numerator / n,
    meanDenominator: n === 0 ? 0 : sums.denominator / n,
    varianceNumerator: sums.numeratorM2 / divisor,
    varianceDenominator: sums.denominatorM2 / divisor,
    covariance: sums.crossM2 / divisor,
  };
}

function exposure({ people, numerator, denominator }: Sums) {
  return { events: numerator, personYears: denominator, people };
}
