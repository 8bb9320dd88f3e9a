import { type Estimate, type Estimated, type NotEstimable, notEstimable } from "@/lib/stats/estimate";
import { holdsZero } from "./break-even";

type Name = string | number;

/** Whether a result hangs on one cluster. */
export type LeaveOneOut = {
  kind: "leave-one-out";
  /** The method that was repeated. */
  of: string;
  all: Estimated;
  /** In the order the clusters first appear; `shift` is the effect without the cluster minus that of all, also in standard errors of all. */
  without: { cluster: Name; result: Estimate; shift: number | null; shiftInErrors: number | null }[];
  /** The cluster whose absence moves the effect most; null where no estimate without a cluster could be had. */
  largest: { cluster: Name; shift: number; shiftInErrors: number | null } | null;
  /** Clusters without which the sign turns. */
  signHangsOn: Name[];
  /** Clusters without which the interval comes to hold zero, or ceases to. */
  significanceHangsOn: Name[];
  /** Clusters without which nothing can be estimated. */
  needed: Name[];
};

/**
 * The effect without each cluster in turn, by the estimator itself on the remaining rows, exact and not approximate.
 *
 * `rows`: what each cluster contributes (sums or means per cluster, as the estimator takes them); a cluster may have several rows, and all go
 * at once. Costs one run of the estimator per cluster: for estimators on cluster sums (`didCr1`, cluster means), not for people as clusters
 * by the hundred thousand. Refuses where the estimate on all rows is refused, and with fewer than three clusters.
 */
export function leaveOneClusterOut<Row extends { cluster: Name }>(
  rows: readonly Row[],
  estimator: (rows: readonly Row[]) => Estimate,
): LeaveOneOut | NotEstimable {
  const all = estimator(rows);
  if (all.kind === "not-estimable") return all;
  const clusters = [...new Set(rows.map((row) => row.cluster))];
  if (clusters.length < 3) return notEstimable(all.method, "too-few-clusters", all.n);

  const without = clusters.map((cluster) => {
    const result = estimator(rows.filter((row) => row.cluster !== cluster));
    const shift = result.kind === "estimate" ? result.estimate - all.estimate : null;
    const shiftInErrors = shift === null || !all.standardError ? null : shift / all.standardError;
    return { cluster, result, shift, shiftInErrors };
  });
  let largest: LeaveOneOut["largest"] = null;
  for (const { cluster, shift, shiftInErrors } of without) {
    if (shift !== null && (largest === null || Math.abs(shift) > Math.abs(largest.shift))) {
      largest = { cluster, shift, shiftInErrors };
    }
  }
  const where = (test: (result: Estimate) => boolean) =>
    without.filter(({ result }) => test(result)).map(({ cluster }) => cluster);
  return {
    kind: "leave-one-out",
    of: all.method,
    all,
    without,
    largest,
    signHangsOn: where((result) => result.kind === "estimate" && result.estimate * all.estimate <= 0),
    significanceHangsOn: where(
      (result) => result.kind === "estimate" && holdsZero(result.interval) !== holdsZero(all.interval),
    ),
    needed: where((result) => result.kind === "not-estimable"),
  };
}
