import { normalQuantile } from "@/lib/stats/normal";
import type { GroupEffect } from "@/lib/stats/pooling/group-effect";

export type RankInterval = {
  group: string | number;
  /** Which ranks it may truly hold, 1 for the largest value; both ends included. */
  interval: [number, number];
};

/**
 * The ranks each group may truly hold, jointly for all groups, from (estimate, standard error) pairs.
 *
 * Klein, Wright and Wieczorek (2020): from intervals that hold jointly, group i ranks behind every j whose interval lies wholly above its own and
 * before every j whose interval lies wholly below. Joint intervals: estimate plus and minus z((1 + confidence^(1/k)) / 2) errors (Sidak 1967, which
 * bounds the coverage from below whatever the dependence of normal estimates). An error of zero is allowed; fewer than two groups hold rank 1.
 */
export function rankIntervals(groups: readonly GroupEffect[], confidence = 0.95): RankInterval[] {
  const count = groups.length;
  if (count === 0) return [];
  const critical = normalQuantile((1 + confidence ** (1 / count)) / 2);
  const ends = groups.map(({ estimate, standardError }) => ({
    low: estimate - critical * standardError,
    high: estimate + critical * standardError,
  }));
  return groups.map(({ group }, index) => {
    const own = ends[index] ?? { low: 0, high: 0 };
    const above = ends.filter(({ low }) => low > own.high).length;
    const below = ends.filter(({ high }) => high < own.low).length;
    return { group, interval: [1 + above, count - below] };
  });
}
