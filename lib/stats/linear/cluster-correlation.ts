import type { NotEstimableReason } from "@/lib/stats/estimate";
import type { Moments } from "@/lib/stats/moments";
import { oneWayAnova } from "@/lib/stats/one-way-anova";

export type ClusterCorrelation =
  | {
      kind: "correlation";
      /** Share of the variance that lies between clusters; may come out below zero. */
      icc: number;
      meanSquareBetween: number;
      meanSquareWithin: number;
      /** Cluster size that counts: (N - sum n^2 / N) / (J - 1). */
      effectiveSize: number;
      /**
       * How many times the variance of a mean grows because people of a cluster are alike: 1 + (mean size - 1) x icc,
       * at least 1.
       */
      designEffect: number;
      people: number;
      clusters: number;
    }
  | { kind: "not-estimable"; reason: NotEstimableReason };

/**
 * How alike are people of one cluster? Intraclass correlation from a one-way analysis of variance (Fisher 1925;
 * Donner 1986) and the design effect (Kish 1965). Moments of the outcome per cluster. Refuses as `oneWayAnova` does.
 */
export function clusterCorrelation(clusters: readonly Moments[]): ClusterCorrelation {
  const anova = oneWayAnova(clusters);
  if (anova.kind === "not-estimable") return anova;
  const filled = clusters.filter(({ n }) => n > 0);
  const people = filled.reduce((sum, { n }) => sum + n, 0);
  const effectiveSize = (people - filled.reduce((sum, { n }) => sum + (n * n) / people, 0)) / (filled.length - 1);
  const meanSquareBetween = anova.squaresBetween / anova.degreesOfFreedomBetween;
  const meanSquareWithin = anova.squaresWithin / anova.degreesOfFreedomWithin;
  const icc = (meanSquareBetween - meanSquareWithin) / (meanSquareBetween + (effectiveSize - 1) * meanSquareWithin);
  return {
    kind: "correlation",
    icc,
    meanSquareBetween,
    meanSquareWithin,
    effectiveSize,
    designEffect: 1 + (people / filled.length - 1) * Math.max(0, icc),
    people,
    clusters: filled.length,
  };
}
