import type { NotEstimableReason } from "@/lib/stats/estimate";

/** The effect (or mean) of one group, as some estimator gave it, with its standard error. */
export type GroupEffect = { group: string | number; estimate: number; standardError: number };

/** A refusal to pool, with the number of groups at hand. */
export type NotPooled = { kind: "not-estimable"; method: string; reason: NotEstimableReason; groups: number };

/** One group after pooling: its own figure beside the one that borrows from the others. */
export type ShrunkenGroup = {
  group: string | number;
  estimate: number;
  shrunken: number;
  standardError: number;
  interval: [number, number];
  /** How far it was pulled towards the mean of all: 0 not at all, 1 wholly. */
  pull: number;
};

/** Mean of the groups with weights 1 / (error^2 + between), those weights, and the sum of squared distances they weigh. */
export function weighedAt(groups: readonly GroupEffect[], between: number) {
  const weights = groups.map(({ standardError }) => 1 / (standardError ** 2 + between));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const origin = groups[0]?.estimate ?? 0;
  const mean =
    origin + groups.reduce((sum, group, i) => sum + (weights[i] ?? 0) * (group.estimate - origin), 0) / total;
  const q = groups.reduce((sum, group, i) => sum + (weights[i] ?? 0) * (group.estimate - mean) ** 2, 0);
  return { weights, total, mean, q };
}

/** Why groups cannot be pooled, or null. */
export function poolingProblem(groups: readonly GroupEffect[], least: number): NotEstimableReason | null {
  if (groups.length < least) return "too-few-clusters";
  if (!groups.every(({ estimate, standardError }) => Number.isFinite(estimate) && Number.isFinite(standardError))) {
    return "not-finite";
  }
  return groups.every(({ standardError }) => standardError > 0) ? null : "no-variation";
}
