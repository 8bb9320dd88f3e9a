import { type Arms, type Estimate, notEstimable } from "@/lib/stats/estimate";
import { normalQuantile } from "@/lib/stats/normal";
import { mannWhitney } from "./mann-whitney";

/**
 * The typical difference between a treated and a control person ("hodges_lehmann"): the exact median of all pairwise differences
 * (Hodges and Lehmann 1963), in the unit of the outcome.
 *
 * Interval: differences by rank, from the Mann-Whitney distribution with ties (Hollander, Wolfe and Chicken 2014, 4.3, large
 * sample), rounded outwards; p without continuity correction. Estimand: the shift, if the groups differ by a shift alone. Never
 * lists the pairs: memory of the size of the data, work (n1 + n0) per step of a search. Refuses as `mannWhitney`.
 */
export function hodgesLehmann(arms: Arms<ArrayLike<number>>, confidence = 0.95): Estimate {
  const method = "hodges_lehmann";
  const test = mannWhitney(arms);
  if (test.kind === "not-estimable") return notEstimable(method, test.reason, test.n);
  const high = Float64Array.from(arms.treated).sort();
  const low = Float64Array.from(arms.control).sort();
  const pairs = high.length * low.length;
  const margin = normalQuantile((1 + confidence) / 2) * test.deviation;
  const outer = Math.max(1, Math.floor(pairs / 2 - margin));
  return {
    kind: "estimate",
    method,
    estimate: medianDifference(high, low),
    standardError: null,
    degreesOfFreedom: null,
    interval: [differenceAt(high, low, outer), differenceAt(high, low, pairs + 1 - outer)],
    p: test.withoutContinuity.p,
    confidence,
    n: test.n,
  };
}

/** The exact median of `high[i] - low[j]` over all pairs; both ascending and not empty. */
function medianDifference(high: Float64Array, low: Float64Array): number {
  const pairs = high.length * low.length;
  const lower = differenceAt(high, low, Math.ceil(pairs / 2));
  return pairs % 2 === 1 ? lower : (lower + differenceAt(high, low, pairs / 2 + 1)) / 2;
}

/**
 * The difference of the given rank (from 1) among all pairs. Halves the range of values and snaps both ends to differences
 * that occur, so that it ends at one of them exactly.
 */
export function differenceAt(high: Float64Array, low: Float64Array, rank: number): number {
  let from = (high[0] ?? 0) - (low.at(-1) ?? 0);
  let until = (high.at(-1) ?? 0) - (low[0] ?? 0);
  while (from < until) {
    const middle = from + (until - from) / 2;
    const split = middle < until ? middle : from;
    let count = 0;
    let [last, next] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    // For each higher value the lower ones that are close enough: their first place only moves up.
    let place = 0;
    for (const value of high) {
      while (place < low.length && value - (low[place] ?? 0) > split) place += 1;
      count += low.length - place;
      if (place < low.length) last = Math.max(last, value - (low[place] ?? 0));
      if (place > 0) next = Math.min(next, value - (low[place - 1] ?? 0));
    }
    if (count >= rank) until = last;
    else from = next;
  }
  // A difference of -0 is 0.
  return until + 0;
}
