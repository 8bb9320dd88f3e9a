import type { JointMoments } from "@/lib/stats/joint-moments";
import { combineJointMoments } from "@/lib/stats/joint-moments";

/**
 * The units first exposed in one period. `means[t]` and `covariance[s][t]` are of their outcome over the periods 0,
 * 1, ... SQL: `avg(x_t)`, `covar_samp(x_s, x_t)` over units of the cohort with a value in every period.
 */
export type Cohort = JointMoments & {
  /** Position of the first exposed period; null for never. A position past the last period counts as never. */
  group: number | null;
};

/** The units of one cluster in one cohort: how many, and their mean in every period. */
export type ClusterCohort = { cluster: string | number; group: number | null; n: number; means: number[] };

/**
 * An influence function in the cohort basis: for cohort h a block of `periods` slopes a_h and one constant c_h, so
 * that unit i of cohort h contributes a_h . (Y_i - mean_h) + c_h to the estimate.
 */
export type Influence = Float64Array;

export type CohortSample = {
  /** Units. */
  n: number;
  periods: number;
  /** Ascending by group, never exposed last. `independent`: units, or clusters where those are given. */
  cohorts: { group: number | null; n: number; means: number[]; independent: number }[];
  /** What independence is counted in: units or clusters of the whole sample. */
  independent: number;
  /**
   * Sum over units of squared deviations from their own mean and their cohort's course; null where only clusters are
   * known.
   */
  squaresWithin: number | null;
  /** The metric: covariance of two estimates = dot(left, spread(right)), the sum over units (clusters) of products. */
  spread: (influence: Influence) => Influence;
};

/**
 * A sample of independent units from cohort moments. Every influence function of group-time effects is linear in the
 * unit's outcomes, so within-cohort cross-products and cohort sizes give all their covariances without rows.
 */
export function sampleOfCohorts(given: readonly Cohort[]): CohortSample {
  const periods = Math.max(0, ...given.map(({ means }) => means.length));
  const merged = new Map<number | null, Cohort>();
  for (const cohort of given) {
    if (cohort.n === 0) continue;
    const group = groupWithin(cohort.group, periods);
    const known = merged.get(group);
    merged.set(group, { ...(known ? combineJointMoments(known, cohort) : cohort), group });
  }
  const cohorts = [...merged.values()].sort(byGroup);
  const n = cohorts.reduce((sum, cohort) => sum + cohort.n, 0);
  const width = periods + 1;
  return {
    n,
    periods,
    cohorts: cohorts.map(({ group, n, means }) => ({ group, n, means, independent: n })),
    independent: n,
    squaresWithin: cohorts.reduce((sum, cohort) => sum + (cohort.n - 1) * varianceOverTime(cohort, periods), 0),
    spread: (influence) => {
      const spread = new Float64Array(influence.length);
      for (const [index, cohort] of cohorts.entries()) {
        const start = index * width;
        for (let row = 0; row < periods; row += 1) {
          let sum = 0;
          const covariances = cohort.covariance[row] ?? [];
          for (let column = 0; column < periods; column += 1) {
            sum += (covariances[column] ?? 0) * (influence[start + column] ?? 0);
          }
          spread[start + row] = (cohort.n - 1) * sum;
        }
        spread[start + periods] = cohort.n * (influence[start + periods] ?? 0);
      }
      return spread;
    },
  };
}

/**
 * A sample of independent clusters of units: influence functions are summed within a cluster before they are squared
 * (Liang and Zeger 1986), also where a cluster holds units of several cohorts.
 */
export function sampleOfClusters(rows: readonly ClusterCohort[]): CohortSample {
  const periods = Math.max(0, ...rows.map(({ means }) => means.length));
  const filled = rows.filter(({ n }) => n > 0).map((row) => ({ ...row, group: groupWithin(row.group, periods) }));
  const groups = [...new Set(filled.map(({ group }) => group))].sort((left, right) =>
    byGroup({ group: left }, { group: right }),
  );
  const cohorts = groups.map((group) => {
    const parts = filled.filter((row) => row.group === group);
    const n = parts.reduce((sum, part) => sum + part.n, 0);
    const means = Array.from({ length: periods }, (_, period) => {
      const origin = parts[0]?.means[period] ?? 0;
      return origin + parts.reduce((sum, part) => sum + part.n * ((part.means[period] ?? 0) - origin), 0) / n;
    });
    return { group, n, means, independent: new Set(parts.map(({ cluster }) => cluster)).size };
  });
  const width = periods + 1;
  const totals = new Map<string | number, { start: number; sums: Float64Array }[]>();
  for (const { cluster, group, n, means } of filled) {
    const index = groups.indexOf(group);
    const sums = new Float64Array(width);
    for (const [period, mean] of means.entries()) sums[period] = n * (mean - (cohorts[index]?.means[period] ?? 0));
    sums[periods] = n;
    totals.set(cluster, [...(totals.get(cluster) ?? []), { start: index * width, sums }]);
  }
  return {
    n: cohorts.reduce((sum, cohort) => sum + cohort.n, 0),
    periods,
    cohorts,
    independent: totals.size,
    squaresWithin: null,
    spread: (influence) => {
      const spread = new Float64Array(influence.length);
      const used = usedOf(influence, width);
      for (const blocks of totals.values()) {
        let score = 0;
        for (const { start, sums } of blocks) {
          for (const at of used[start / width] ?? []) score += (sums[at] ?? 0) * (influence[start + at] ?? 0);
        }
        if (score === 0) continue;
        for (const { start, sums } of blocks) {
          for (let at = 0; at < width; at += 1)
            spread[start + at] = (spread[start + at] ?? 0) + score * (sums[at] ?? 0);
        }
      }
      return spread;
    },
  };
}

/** By cohort, the places of its block that are not zero: an effect looks at two periods of many. */
function usedOf(influence: Influence, width: number): number[][] {
  const used: number[][] = Array.from({ length: influence.length / width }, () => []);
  for (const [at, value] of influence.entries()) if (value !== 0) used[Math.floor(at / width)]?.push(at % width);
  return used;
}

function groupWithin(group: number | null, periods: number): number | null {
  return group === null || group >= periods ? null : group;
}

function byGroup(left: { group: number | null }, right: { group: number | null }): number {
  return (left.group ?? Number.POSITIVE_INFINITY) - (right.group ?? Number.POSITIVE_INFINITY) || 0;
}

/** Trace of the covariance once every unit's own mean over the periods is removed. */
function varianceOverTime({ covariance }: Cohort, periods: number): number {
  const over = covariance.slice(0, periods).map((row) => row.slice(0, periods));
  const trace = over.reduce((sum, row, period) => sum + (row[period] ?? 0), 0);
  return trace - over.flat().reduce((sum, value) => sum + value, 0) / periods;
}
