import type { Arms, NotEstimableReason } from "@/lib/stats/estimate";

/** How many clusters of equal weight the clusters at hand are worth. */
export type EffectiveClusters =
  | {
      kind: "effective-clusters";
      method: "effective_clusters_css";
      /** G* of Carter, Schnepel and Steigerwald; at most `clusters`. */
      effective: number;
      clusters: number;
      /** Squared coefficient of variation of the clusters' shares of the variance (their Gamma). */
      unevenness: number;
      /** Clusters of one person. */
      singletons: number;
      largestShare: number;
    }
  | { kind: "not-estimable"; method: "effective_clusters_css"; reason: NotEstimableReason; clusters: number };

/** What one cluster puts into the coefficient: its people's influence weights a(i), with coefficient = sum of a(i) y(i). */
export type ClusterInfluence = { people: number; sum: number; sumOfSquares: number };

/**
 * Effective number of clusters G* = G / (1 + Gamma), Gamma the squared coefficient of variation of each cluster's part of the
 * coefficient's variance (Carter, Schnepel and Steigerwald 2017; Lee and Steigerwald 2018).
 *
 * The part of cluster g is (1 - icc) x sum of a^2 + icc x (sum of a)^2, with `icc` 1, their worst case, unless given. Rule of thumb of the paper:
 * normal or t(G - 1) limits mislead where G* is small, whatever G is. Refuses no clusters and influence that is zero throughout.
 */
export function effectiveClusters(clusters: readonly ClusterInfluence[], icc = 1): EffectiveClusters {
  const method = "effective_clusters_css";
  const count = clusters.length;
  if (count === 0) return { kind: "not-estimable", method, reason: "too-few-clusters", clusters: count };
  const parts = clusters.map(({ sum, sumOfSquares }) => (1 - icc) * sumOfSquares + icc * sum * sum);
  const total = parts.reduce((all, part) => all + part, 0);
  if (!Number.isFinite(total)) return { kind: "not-estimable", method, reason: "not-finite", clusters: count };
  const most = clusters.reduce((all, { people, sumOfSquares }) => all + people * sumOfSquares, 0);
  if (!(total > 1e-24 * most)) return { kind: "not-estimable", method, reason: "no-variation", clusters: count };
  const shares = parts.map((part) => part / total);
  const unevenness = shares.reduce((all, share) => all + (count * share - 1) ** 2, 0) / count;
  return {
    kind: "effective-clusters",
    method,
    effective: count / (1 + unevenness),
    clusters: count,
    unevenness,
    singletons: clusters.filter(({ people }) => people === 1).length,
    largestShare: Math.max(...shares),
  };
}

/** The influence of each cluster on a difference of arm means: people weigh 1 / n treated, or -1 / n control. */
export function influenceOnArmMeans(clusters: readonly Arms<number>[]): ClusterInfluence[] {
  const treated = clusters.reduce((sum, cluster) => sum + cluster.treated, 0);
  const control = clusters.reduce((sum, cluster) => sum + cluster.control, 0);
  return clusters.map((cluster) => ({
    people: cluster.treated + cluster.control,
    sum: cluster.treated / treated - cluster.control / control,
    sumOfSquares: cluster.treated / treated ** 2 + cluster.control / control ** 2,
  }));
}
