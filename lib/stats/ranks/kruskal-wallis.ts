import { chiSquareUpperTail } from "@/lib/stats/chi-square";
import type { NotEstimableReason } from "@/lib/stats/estimate";
import { areFinite, midranks } from "./midranks";

export type KruskalWallis =
  | { kind: "test"; method: "kruskal_wallis"; statistic: number; degreesOfFreedom: number; p: number; n: number }
  | { kind: "not-estimable"; method: "kruskal_wallis"; reason: NotEstimableReason };

/**
 * Do several groups differ in rank (Kruskal and Wallis 1952)? Chi-square approximation, corrected for ties. `groups[g]` holds the
 * values of group g; empty groups are left out. Refuses under two groups and all values equal. Equals R's `kruskal.test`.
 */
export function kruskalWallis(groups: readonly ArrayLike<number>[]): KruskalWallis {
  const method = "kruskal_wallis";
  const filled = groups.filter(({ length }) => length > 0);
  if (filled.length < 2) return { kind: "not-estimable", method, reason: "no-comparison" };
  const values = filled.flatMap((group) => Array.from(group));
  if (!areFinite(values)) return { kind: "not-estimable", method, reason: "not-finite" };
  const n = values.length;
  const { ranks, tieSum } = midranks(values);
  const correction = 1 - tieSum / (n * (n * n - 1));
  if (!(correction > 0)) return { kind: "not-estimable", method, reason: "no-variation" };

  let from = 0;
  let between = 0;
  for (const { length } of filled) {
    const mean = ranks.subarray(from, from + length).reduce((sum, rank) => sum + rank, 0) / length;
    between += length * (mean - (n + 1) / 2) ** 2;
    from += length;
  }
  const statistic = (12 * between) / (n * (n + 1)) / correction;
  const degreesOfFreedom = filled.length - 1;
  return { kind: "test", method, statistic, degreesOfFreedom, p: chiSquareUpperTail(statistic, degreesOfFreedom), n };
}
