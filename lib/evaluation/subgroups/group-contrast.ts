import { type Arms, type Estimate, type Estimated, type NotEstimable, notEstimable } from "@/lib/stats/estimate";
import { adjustedCr2 } from "@/lib/stats/linear/adjusted-cr2";
import { clusterMeansCr2 } from "@/lib/stats/linear/cluster-means-cr2";
import { linearisedVariance } from "@/lib/stats/linearised-variance";
import { combineMoments, type Moments, noMoments } from "@/lib/stats/moments";
import { studentTTwoSidedP } from "@/lib/stats/student-t";
import { welchEstimate } from "@/lib/stats/welch";
import type { Cell } from "./cells-sql";

/** What a cell holds of the value compared: outcome less slope times the value before. */
type Held = Moments & { arm: Cell["arm"]; cluster: string };

export type Contrast = {
  own: Estimated & { standardError: number; degreesOfFreedom: number };
  /** Own effect less that of everybody else, and how likely chance is to set them as far apart. */
  difference: number;
  p: number;
};

export type Comparing = {
  /** Of the value before: 1 compares changes, 0 the values after. */
  slope: number;
  /** Errors by cluster (CR2), else people count as independent (Welch). */
  clustered: boolean;
  /** Every cluster counts once, whatever it holds: where the values are those of teams. */
  evenly: boolean;
  confidence: number;
};

const arms = ["treated", "control"] as const;

/**
 * The effect on one group of people, and how far it is from that on all others of the study.
 *
 * Difference of means between the arms, by Welch or with CR2 errors by cluster (`adjustedCr2`). The two sides share no people; where they
 * share clusters, their covariance is that of the clusters' influence on both. p by t with Satterthwaite degrees of freedom.
 * Refuses as these do, on either side.
 */
export function groupContrast(
  inside: readonly Cell[],
  outside: readonly Cell[],
  comparing: Comparing,
): Contrast | NotEstimable {
  const [own, rest] = [inside, outside].map((cells) =>
    effectOf(
      cells.map((cell) => heldBy(cell, comparing)),
      comparing,
    ),
  );
  if (!own || !rest) return notEstimable("group_contrast", "no-comparison", { treated: 0, control: 0 });
  if (!isMeasured(own)) return own.kind === "estimate" ? notEstimable(own.method, "no-variation", own.n) : own;
  if (!isMeasured(rest))
    return notEstimable(own.method, rest.kind === "estimate" ? "no-variation" : rest.reason, own.n);
  const shared = comparing.clustered ? correlation(inside, outside, comparing) : 0;
  const [ownSquare, restSquare] = [own.standardError ** 2, rest.standardError ** 2];
  const variance = ownSquare + restSquare - 2 * shared * own.standardError * rest.standardError;
  const freedom =
    (ownSquare + restSquare) ** 2 / (ownSquare ** 2 / own.degreesOfFreedom + restSquare ** 2 / rest.degreesOfFreedom);
  const difference = own.estimate - rest.estimate;
  if (!(variance > 0)) return notEstimable(own.method, "no-variation", own.n);
  return { own, difference, p: studentTTwoSidedP(difference / Math.sqrt(variance), freedom) };
}

function isMeasured(effect: Estimate): effect is Contrast["own"] {
  return effect.kind === "estimate" && effect.standardError !== null && effect.degreesOfFreedom !== null;
}

function heldBy({ arm, cluster, n, means, covariance }: Cell, { slope, evenly }: Comparing): Held {
  const mean = (means[0] ?? 0) - slope * (means[1] ?? 0);
  return evenly
    ? { arm, cluster, n: 1, mean, variance: 0 }
    : { arm, cluster, n, mean, variance: linearisedVariance(covariance, slope) };
}

function effectOf(held: readonly Held[], { clustered, evenly, confidence }: Comparing): Estimate {
  if (!clustered || evenly) return welchEstimate("difference_welch", momentsByArm(held), confidence);
  const merged = byCluster(held);
  const clusters = new Set(merged.map(({ cluster }) => cluster));
  if (clusters.size === merged.length) return clusterMeansCr2(merged, confidence);
  const rows = merged.map(({ arm, cluster, n, mean, variance }) => ({
    arm,
    cluster,
    n,
    means: [mean],
    covariance: [[variance]],
  }));
  return adjustedCr2(rows, "difference", confidence);
}

/** The people of each cluster and arm, of whatever groups, taken together. */
function byCluster(held: readonly Held[]): Held[] {
  const merged = new Map<string, Held>();
  for (const one of held) {
    const key = `${one.arm} ${one.cluster}`;
    const known = merged.get(key);
    merged.set(key, known ? { ...known, ...combineMoments(known, one) } : one);
  }
  return [...merged.values()];
}

function momentsByArm(held: readonly Held[]): Arms<Moments> {
  const of = (arm: Cell["arm"]) => held.filter((one) => one.arm === arm).reduce<Moments>(combineMoments, noMoments);
  return { treated: of("treated"), control: of("control") };
}

/** Of the two effects over clusters that hold people of both sides, from what each cluster adds to either. */
function correlation(inside: readonly Cell[], outside: readonly Cell[], comparing: Comparing): number {
  const [own, rest] = [inside, outside].map((cells) => influences(cells.map((cell) => heldBy(cell, comparing))));
  if (!own || !rest) return 0;
  const squares = (each: Map<string, number>) => [...each.values()].reduce((sum, value) => sum + value * value, 0);
  const product = [...own].reduce((sum, [cluster, value]) => sum + value * (rest.get(cluster) ?? 0), 0);
  const size = Math.sqrt(squares(own) * squares(rest));
  return size > 0 ? product / size : 0;
}

function influences(held: readonly Held[]): Map<string, number> {
  const all = momentsByArm(held);
  const each = new Map<string, number>();
  for (const arm of arms) {
    const sign = arm === "treated" ? 1 : -1;
    for (const { cluster, n, mean } of held.filter((one) => one.arm === arm)) {
      each.set(cluster, (each.get(cluster) ?? 0) + (sign * n * (mean - all[arm].mean)) / all[arm].n);
    }
  }
  return each;
}
