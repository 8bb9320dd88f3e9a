import { type Arms, type Estimate, notEstimable } from "@/lib/stats/estimate";
import { isRounding, tEstimate } from "@/lib/stats/t-estimate";

/** What one cluster holds in its arm. */
export type ClusterMean = { arm: keyof Arms<unknown>; n: number; mean: number };

type Arm = { n: number; clusters: number; mean: number; variance: number; squares: number; size: number };

/**
 * Difference of means over people, CR2 errors and Bell-McCaffrey degrees of freedom, where every cluster lies in one arm: `adjustedCr2` with "difference"
 * in closed form. With clusters of n_c of the N people of an arm, a residual sum S_c counts S_c^2 / (N^2 (1 - n_c / N)); under independent people of
 * equal spread the arm's part has trace 1 / N, and squared trace sum (n_c / N^2)^2 + ((sum b)^2 - sum b^2) / N^2 with b_c = n_c^2 / (N^2 (1 - n_c / N)).
 *
 * Estimand and assumption as `adjustedCr2`. Refuses an empty arm, under two clusters in an arm, and no variation between clusters.
 */
export function clusterMeansCr2(clusters: readonly ClusterMean[], confidence = 0.95): Estimate {
  const method = "difference_cr2";
  const [treated, control] = [armOf(clusters, "treated"), armOf(clusters, "control")];
  const n = { treated: treated.n, control: control.n };
  if (n.treated === 0 || n.control === 0) return notEstimable(method, "no-comparison", n);
  if (treated.clusters < 2 || control.clusters < 2) return notEstimable(method, "too-few-clusters", n);
  const standardError = Math.sqrt(treated.variance + control.variance);
  if (isRounding(standardError, Math.max(treated.size, control.size))) return notEstimable(method, "no-variation", n);
  return tEstimate({
    method,
    estimate: treated.mean - control.mean,
    standardError,
    degreesOfFreedom: (1 / treated.n + 1 / control.n) ** 2 / (treated.squares + control.squares),
    confidence,
    n,
    detail: { clusters: { treated: treated.clusters, control: control.clusters } },
  });
}

function armOf(clusters: readonly ClusterMean[], arm: ClusterMean["arm"]): Arm {
  const own = clusters.filter((one) => one.arm === arm && one.n > 0);
  const total = own.reduce((sum, { n }) => sum + n, 0);
  const origin = own[0]?.mean ?? 0;
  const mean = origin + own.reduce((sum, one) => sum + one.n * (one.mean - origin), 0) / total;
  let [variance, diagonal, reach, reachSquared] = [0, 0, 0, 0];
  for (const { n, mean: at } of own) {
    const free = total ** 2 * (1 - n / total);
    const b = n ** 2 / free;
    variance += (n * (at - mean)) ** 2 / free;
    diagonal += (n / total ** 2) ** 2;
    reach += b;
    reachSquared += b ** 2;
  }
  const squares = diagonal + (reach ** 2 - reachSquared) / total ** 2;
  const size = own.reduce((largest, one) => Math.max(largest, Math.abs(one.mean)), 0);
  return { n: total, clusters: own.length, mean, variance, squares, size };
}
