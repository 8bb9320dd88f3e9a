import { type Adjustment, adjustedCr2, type ClusterArm } from "@/lib/stats/linear/adjusted-cr2";
import { clusterCorrelation } from "@/lib/stats/linear/cluster-correlation";
import { randomisationInference } from "@/lib/stats/linear/randomisation-inference";
import { type Estimator, type Occasion, refused } from "./estimator";
import { jointMomentsByCluster } from "./joint-moments-sql";
import { completeRows } from "./panel-sql";

/** Under so many clusters the draw itself is asked as well: how often chance alone would have given as much. */
const fewClusters = 20;

/** The difference between arms assigned by cluster, adjusted in one of three ways, with CR2 errors. */
export function clusterEffect(adjustment: Adjustment): Estimator {
  const method = `${adjustment}_cr2`;
  return {
    method,
    async estimate(occasion) {
      const { tx, plan, panel } = occasion;
      const before = panel.withBaseline > 0;
      const adjusted = adjustment !== "difference";
      const columns = ["post", ...(adjusted && before ? ["pre"] : []), ...(adjusted ? panel.covariates : [])];
      if (adjusted && columns.length === 1) return refused(method, "no-baseline");
      const clusters = await jointMomentsByCluster(tx, completeRows(panel, columns), columns);
      const estimate = adjustedCr2(clusters, adjustment, plan.confidence);
      if (estimate.kind !== "estimate") return estimate;
      const adjustedFor = adjusted ? [...(before ? ["value before"] : []), ...panel.covariateNames] : [];
      return { ...estimate, detail: { ...estimate.detail, adjustedFor, ...(await aboutClusters(occasion)) } };
    },
  };
}

/** How alike people of one cluster are, and where clusters are few how often a draw alone would give as much; null where unknown. */
async function aboutClusters({ tx, plan, panel }: Occasion) {
  const before = panel.withBaseline > 0;
  const columns = before ? ["post", "pre"] : ["post"];
  const clusters = await jointMomentsByCluster(tx, completeRows(panel, columns), columns);
  return { correlation: correlationOf(clusters, before), randomisation: drawnAgain(clusters, before, plan.seed) };
}

/** Of the values before, which the programme has not touched; without them of the control arm's follow-up. */
function correlationOf(clusters: readonly ClusterArm[], before: boolean) {
  const own = before ? clusters : clusters.filter(({ arm }) => arm === "control");
  const at = before ? 1 : 0;
  const found = clusterCorrelation(
    own.map(({ n, means, covariance }) => ({ n, mean: means[at] ?? 0, variance: covariance[at]?.[at] ?? 0 })),
  );
  if (found.kind !== "correlation") return null;
  return {
    of: before ? "value before" : "follow-up of the control arm",
    icc: found.icc,
    designEffect: found.designEffect,
  };
}

/** Of the mean changes of clusters (their follow-up means without a baseline). Clusters with people in both arms were not what was drawn. */
function drawnAgain(clusters: readonly ClusterArm[], before: boolean, seed: number) {
  const names = new Set(clusters.map(({ cluster }) => cluster));
  if (names.size >= fewClusters || names.size < clusters.length) return null;
  const test = randomisationInference(
    clusters.map(({ arm, n, means: [after = 0, earlier = 0] }) => ({ arm, n, mean: after - earlier })),
    { seed },
  );
  if (test.kind !== "randomisation-test") return null;
  const { kind: _, n: __, ...figures } = test;
  return { of: before ? "change" : "follow-up", ...figures };
}
