import { changesOf, type Estimator, refused } from "@/lib/evaluation/estimator";
import type { PairedMoments } from "@/lib/evaluation/joint-moments-sql";
import { clusterWaves } from "@/lib/evaluation/moments-sql";
import { completeRows } from "@/lib/evaluation/panel-sql";
import { didCr1FromChanges, didCr1 as estimateFromClusters } from "@/lib/stats/did-cr1";

/** Two waves stacked, people with both values only; clustered by team where the plan says so, else by person. */
export const didCr1: Estimator = {
  method: "did_cr1",
  async estimate({ tx, plan, panel, jointMoments }) {
    if (panel.withBaseline === 0) return refused("did_cr1", "no-baseline");
    if (panel.clustered) {
      return estimateFromClusters(await clusterWaves(tx, completeRows(panel, ["pre", "post"])), plan.confidence);
    }
    const moments = await jointMoments(["post", "pre"]);
    const estimate = didCr1FromChanges(changesOf(moments), plan.confidence);
    if (estimate.kind !== "estimate") return estimate;
    const cells = { treated: cellsOf(moments.treated), control: cellsOf(moments.control) };
    return { ...estimate, detail: { ...estimate.detail, cells } };
  },
};

/** The cell means, as the clustered form gives them. */
function cellsOf({ n, means: [after = 0, before = 0] }: PairedMoments) {
  return { before: { n, mean: before }, after: { n, mean: after } };
}
