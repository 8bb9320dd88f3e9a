import type { Arms } from "@/lib/stats/estimate";
import { normalQuantile } from "@/lib/stats/normal";
import { firstReaching, wholeNumber } from "./first-reaching";
import { type Aim, type NoPrecision, type Precision, powerOfEffect, precision, usualAim } from "./precision";

/** Teams or sites: people in each on average, how unequal (coefficient of variation of their sizes), and how alike (ICC). */
export type Clusters = { meanSize: number; sizeVariation: number; icc: number };

/**
 * How many times larger the variance is than with as many people assigned one by one: 1 + ((cv^2 + 1) m - 1) icc
 * (Eldridge, Ashby and Kerry 2006); with equal sizes 1 + (m - 1) icc (Kish 1965).
 */
export function designEffect({ meanSize, sizeVariation, icc }: Clusters): number {
  return 1 + ((sizeVariation ** 2 + 1) * meanSize - 1) * icc;
}

/**
 * Assignment by team or site ("plan_clusters"): clusters per arm, spread of the KPI between people. t with the degrees of freedom of
 * the clusters, k1 + k0 - 2 (Donner and Klar 2000, 5.2), so that few teams are not taken for many people.
 * Assumption: every cluster as alike inside as the ICC says. Refuses an empty arm and two clusters in all.
 */
export function clusterPrecision(
  perArm: Arms<number>,
  clusters: Clusters,
  standardDeviation: number,
): Precision | NoPrecision {
  const method = "plan_clusters";
  if (perArm.treated < 1 || perArm.control < 1) return { kind: "not-estimable", method, reason: "no-comparison" };
  const degreesOfFreedom = perArm.treated + perArm.control - 2;
  if (!(degreesOfFreedom > 0)) return { kind: "not-estimable", method, reason: "too-few-clusters" };
  const ofCluster = (standardDeviation ** 2 * designEffect(clusters)) / clusters.meanSize;
  return precision(method, Math.sqrt(ofCluster * (1 / perArm.treated + 1 / perArm.control)), degreesOfFreedom);
}

/** Clusters per arm, equal arms, to find `effect` (unit of the KPI). Null for no effect and a power of 1 or not above alpha. */
export function clustersPerArm(
  effect: number,
  clusters: Clusters,
  standardDeviation: number,
  { alpha, power }: Aim = usualAim,
): { exact: number; whole: number } | null {
  const ofCluster = (standardDeviation ** 2 * designEffect(clusters)) / clusters.meanSize;
  const reach = normalQuantile(1 - alpha / 2) + normalQuantile(power);
  const start = 2 * ofCluster * (reach / effect) ** 2;
  if (!(Number.isFinite(start) && start > 0 && power < 1 && power > alpha)) return null;
  const achieved = (count: number) =>
    powerOfEffect(
      { standardError: Math.sqrt((2 * ofCluster) / count), degreesOfFreedom: 2 * count - 2 },
      effect,
      alpha,
    );
  const exact = firstReaching(achieved, power, Math.max(start, 1.05), 1.05);
  return exact === null ? null : { exact, whole: Math.max(2, wholeNumber(exact)) };
}
