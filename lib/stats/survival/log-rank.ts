import { chiSquareUpperTail } from "@/lib/stats/chi-square";
import type { NotEstimableReason } from "@/lib/stats/estimate";
import { dot, invertSymmetric, multiply } from "@/lib/stats/symmetric-solve";
import { type FollowUp, orderOfTimes } from "./life-table";

/** 0: every event counts the same (log-rank). 1: early events count more (Peto-Peto form of Gehan's Wilcoxon test). */
export type LogRankWeight = 0 | 1;

export type LogRank =
  | {
      kind: "test";
      method: "log_rank" | "log_rank_stratified" | "peto_peto" | "peto_peto_stratified";
      /** By group; events (weighted under `peto_peto`) seen, and expected if all groups had the same hazard. */
      observed: number[];
      expected: number[];
      n: number[];
      statistic: number;
      degreesOfFreedom: number;
      p: number;
    }
  | { kind: "not-estimable"; method: string; reason: NotEstimableReason };

/**
 * Do groups differ in when the event comes? Log-rank test (Mantel 1966), or its weighted form with the left-continuous
 * pooled survival to the power rho (Harrington and Fleming 1982); hypergeometric variance. With `strata`, only people of
 * the same stratum are compared and the strata are summed.
 *
 * `group[i]` and `strata[i]` count from 0. Assumption: leaving the watch early has nothing to do with the event.
 * Refuses under two groups with people at risk, no event, and no variance. Equals R's `survdiff`.
 */
export function logRank(
  followUp: FollowUp,
  group: ArrayLike<number>,
  { rho = 0, strata }: { rho?: LogRankWeight; strata?: ArrayLike<number> } = {},
): LogRank {
  const method = `${rho === 0 ? "log_rank" : "peto_peto"}${strata ? "_stratified" : ""}` as const;
  const people = followUp.time.length;
  let groups = 0;
  for (let person = 0; person < people; person += 1) {
    if (!Number.isFinite(followUp.time[person])) return { kind: "not-estimable", method, reason: "not-finite" };
    groups = Math.max(groups, (group[person] ?? 0) + 1);
  }
  const sums: Sums = {
    observed: new Array<number>(groups).fill(0),
    expected: new Array<number>(groups).fill(0),
    variance: Array.from({ length: groups }, () => new Array<number>(groups).fill(0)),
  };
  const n = new Array<number>(groups).fill(0);
  for (let person = 0; person < people; person += 1) n[group[person] ?? 0] = (n[group[person] ?? 0] ?? 0) + 1;
  for (const order of ordersByStratum(followUp, strata)) addStratum(sums, followUp, group, order, rho);

  const compared = sums.expected.flatMap((value, index) => (value > 0 ? [index] : []));
  if (compared.length < 2) {
    const reason = sums.observed.some((value) => value > 0) ? "no-comparison" : "no-events";
    return { kind: "not-estimable", method, reason };
  }
  const free = compared.slice(1);
  const gaps = free.map((index) => (sums.observed[index] ?? 0) - (sums.expected[index] ?? 0));
  const { inverse, dropped } = invertSymmetric(free.map((row) => free.map((col) => sums.variance[row]?.[col] ?? 0)));
  if (dropped.length > 0) return { kind: "not-estimable", method, reason: "no-variation" };
  const statistic = dot(gaps, multiply(inverse, gaps));
  const { observed, expected } = sums;
  const p = chiSquareUpperTail(statistic, free.length);
  return { kind: "test", method, observed, expected, n, statistic, degreesOfFreedom: free.length, p };
}

type Sums = { observed: number[]; expected: number[]; variance: number[][] };

function ordersByStratum(followUp: FollowUp, strata: ArrayLike<number> | undefined): Iterable<ArrayLike<number>> {
  const order = orderOfTimes(followUp.time);
  if (strata === undefined) return [order];
  const parts = new Map<number, number[]>();
  for (const person of order) {
    const stratum = strata[person] ?? 0;
    const part = parts.get(stratum);
    if (part) part.push(person);
    else parts.set(stratum, [person]);
  }
  return parts.values();
}

function addStratum(
  sums: Sums,
  { time, event }: FollowUp,
  group: ArrayLike<number>,
  order: ArrayLike<number>,
  rho: LogRankWeight,
): void {
  const groups = sums.observed.length;
  const atRisk = new Float64Array(groups);
  for (let index = 0; index < order.length; index += 1) bump(atRisk, group[order[index] ?? 0] ?? 0, 1);
  let survival = 1;
  for (let index = 0; index < order.length; ) {
    const at = time[order[index] ?? 0];
    const risk = order.length - index;
    const leaving = new Float64Array(groups);
    let deaths = 0;
    const weight = rho === 0 ? 1 : survival;
    for (; index < order.length && time[order[index] ?? 0] === at; index += 1) {
      const person = order[index] ?? 0;
      bump(leaving, group[person] ?? 0, 1);
      if (event[person] !== 1) continue;
      deaths += 1;
      bump(sums.observed, group[person] ?? 0, weight);
    }
    if (deaths > 0) {
      const spread = risk > 1 ? (weight * weight * deaths * (risk - deaths)) / (risk - 1) : 0;
      for (let row = 0; row < groups; row += 1) {
        const share = (atRisk[row] ?? 0) / risk;
        bump(sums.expected, row, weight * deaths * share);
        const cells = sums.variance[row] ?? [];
        for (let column = 0; column < groups; column += 1) {
          bump(cells, column, spread * share * ((row === column ? 1 : 0) - (atRisk[column] ?? 0) / risk));
        }
      }
      survival *= (risk - deaths) / risk;
    }
    for (let row = 0; row < groups; row += 1) bump(atRisk, row, -(leaving[row] ?? 0));
  }
}

function bump(into: number[] | Float64Array, index: number, by: number): void {
  into[index] = (into[index] ?? 0) + by;
}
