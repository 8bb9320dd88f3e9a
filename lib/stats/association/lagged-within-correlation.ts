import type { NotEstimableReason } from "@/lib/stats/estimate";
import { studentTQuantile, studentTTwoSidedP } from "@/lib/stats/student-t";
import { twoWayResiduals } from "./two-way-residuals";

/** A person's values by period; `at` counts periods, so that two values one apart are one period apart. */
export type Course = { cluster: string; signal: ReadonlyMap<number, number>; outcome: ReadonlyMap<number, number> };

type LagCorrelation = {
  /** Periods from signal to outcome: above zero the signal comes first. */
  lag: number;
  /** Null where it cannot be had. */
  value: number | null;
  interval: [number, number] | null;
  p: number | null;
  reason: NotEstimableReason | null;
  pairs: number;
  people: number;
  clusters: number;
};

export type LaggedCorrelations = {
  kind: "correlations";
  lags: LagCorrelation[];
  /** The lag with the largest correlation, and whether it can be told from zero and from the best lag of the other order. */
  lead: {
    lag: number;
    order: "signal_first" | "together" | "outcome_first";
    /** Of its correlation, times the lags looked at (Bonferroni). */
    p_adjusted: number;
    /** Of the difference to the best lag of any other order; null where there is none. */
    p_against_others: number | null;
  } | null;
  confidence: number;
};

type Found = { lag: LagCorrelation; standardError: number; influence: Map<string, number> };

/**
 * Correlation of a signal with an outcome some periods later, within people: the means of each person and each period are taken out of both
 * over the pairs of that lag, and what is left is correlated. Interval by Fisher's z (1921) with a variance summed by cluster over the
 * influence of each pair, u v - r (u^2 + v^2) / 2 (Devlin, Gnanadesikan and Kettenring 1975), factor G / (G - 1), t with G - 1: pairs of one
 * person (or of one cluster) need not be independent. An association: it says nothing about cause. People with one pair say nothing and
 * are left out. Refuses under three clusters and a side that does not vary within people.
 */
export function laggedWithinCorrelation(
  people: readonly Course[],
  lags: readonly number[],
  confidence = 0.95,
): LaggedCorrelations {
  const found = lags.map((lag) => correlate(people, lag, confidence));
  return { kind: "correlations", lags: found.map(({ lag }) => lag), lead: leadOf(found), confidence };
}

function correlate(people: readonly Course[], lag: number, confidence: number): Found {
  const rows = pairsAt(people, lag);
  const counts = {
    lag,
    pairs: rows.signal.length,
    people: rows.people,
    clusters: new Set(rows.clusters).size,
  };
  const refuse = (reason: NotEstimableReason): Found => ({
    lag: { ...counts, value: null, interval: null, p: null, reason },
    standardError: Number.NaN,
    influence: new Map(),
  });
  if (counts.people < 3) return refuse("too-few-people");
  if (counts.clusters < 3) return refuse("too-few-clusters");

  const byPerson = { ids: rows.person, count: counts.people };
  const byPeriod = { ids: rows.period, count: rows.periods };
  const u = standardised(twoWayResiduals(rows.signal, byPerson, byPeriod), rows.signal);
  const v = standardised(twoWayResiduals(rows.outcome, byPerson, byPeriod), rows.outcome);
  if (!u || !v) return refuse("no-variation");

  const size = counts.pairs;
  const value = u.reduce((sum, own, at) => sum + own * (v[at] ?? 0), 0) / size;
  const influence = new Map<string, number>();
  for (const [at, cluster] of rows.clusters.entries()) {
    const [a, b] = [u[at] ?? 0, v[at] ?? 0];
    const own = (a * b - (value * (a * a + b * b)) / 2) / size;
    influence.set(cluster, (influence.get(cluster) ?? 0) + own);
  }
  const standardError = errorOf([...influence.values()]);
  const room = 1 - value * value;
  if (room < 1e-12) return { ...refuse("no-variation"), lag: { ...refuse("no-variation").lag, value } };
  const df = counts.clusters - 1;
  const z = Math.atanh(value);
  const error = standardError / room;
  const margin = studentTQuantile((1 + confidence) / 2, df) * error;
  return {
    lag: {
      ...counts,
      value,
      interval: [Math.tanh(z - margin), Math.tanh(z + margin)],
      p: studentTTwoSidedP(z / error, df),
      reason: null,
    },
    standardError,
    influence,
  };
}

/** Sums of influence by cluster, as a standard error. */
function errorOf(sums: readonly number[]): number {
  const squares = sums.reduce((sum, own) => sum + own * own, 0);
  return Math.sqrt((squares * sums.length) / (sums.length - 1));
}

function pairsAt(people: readonly Course[], lag: number) {
  const signal: number[] = [];
  const outcome: number[] = [];
  const person: number[] = [];
  const at: number[] = [];
  const clusters: string[] = [];
  let counted = 0;
  for (const course of people) {
    const pairs = [...course.signal].flatMap(([period, value]) => {
      const later = course.outcome.get(period + lag);
      return later === undefined ? [] : [{ period, value, later }];
    });
    if (pairs.length < 2) continue;
    for (const { period, value, later } of pairs) {
      signal.push(value);
      outcome.push(later);
      person.push(counted);
      at.push(period);
      clusters.push(course.cluster);
    }
    counted += 1;
  }
  const places = new Map([...new Set(at)].map((period, index) => [period, index]));
  const period = at.map((one) => places.get(one) ?? 0);
  return { signal, outcome, person, period, clusters, people: counted, periods: places.size };
}

/** Divided by the root of their mean square; null where that is nothing but rounding. */
function standardised(residuals: Float64Array, values: readonly number[]): Float64Array | null {
  const square = residuals.reduce((sum, value) => sum + value * value, 0) / Math.max(1, residuals.length);
  const size = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const spread = Math.sqrt(square);
  return spread <= 1e-10 * size || spread === 0 ? null : residuals.map((value) => value / spread);
}

const orderOf = (lag: number) => (lag > 0 ? "signal_first" : lag < 0 ? "outcome_first" : "together");

function leadOf(found: readonly Found[]): LaggedCorrelations["lead"] {
  const known = found.filter(({ lag: { p } }) => p !== null);
  const [best] = known.toSorted((left, right) => (right.lag.value ?? 0) - (left.lag.value ?? 0));
  if (!best || best.lag.p === null) return null;
  const order = orderOf(best.lag.lag);
  const [rival] = known
    .filter(({ lag }) => orderOf(lag.lag) !== order)
    .toSorted((left, right) => (right.lag.value ?? 0) - (left.lag.value ?? 0));
  return {
    lag: best.lag.lag,
    order,
    p_adjusted: Math.min(1, best.lag.p * known.length),
    p_against_others: rival ? differenceP(best, rival) : null,
  };
}

/** That two correlations over the same people are equal: their influences are subtracted cluster by cluster. */
function differenceP(left: Found, right: Found): number {
  const clusters = [...new Set([...left.influence.keys(), ...right.influence.keys()])];
  const error = errorOf(clusters.map((name) => (left.influence.get(name) ?? 0) - (right.influence.get(name) ?? 0)));
  const gap = (left.lag.value ?? 0) - (right.lag.value ?? 0);
  return studentTTwoSidedP(gap / error, clusters.length - 1);
}
