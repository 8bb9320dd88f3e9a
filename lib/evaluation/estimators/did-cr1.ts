import { sql } from "drizzle-orm";
import { type Estimator, refused } from "@/lib/evaluation/estimator";
import { clusterWaves, momentsByArm } from "@/lib/evaluation/moments-sql";
import { completeRows } from "@/lib/evaluation/panel-sql";
import { didCr1FromChanges, didCr1 as estimateFromClusters } from "@/lib/stats/did-cr1";

/** Two waves stacked, people with both values only; clustered by team where the plan says so, else by person. */
export const didCr1: Estimator = {
  method: "did_cr1",
  async estimate({ tx, plan, panel }) {
    if (panel.withBaseline === 0) return refused("did_cr1", "no-baseline");
    const rows = completeRows(panel, ["pre", "post"]);
    if (panel.clustered) return estimateFromClusters(await clusterWaves(tx, rows), plan.confidence);
    return didCr1FromChanges(await momentsByArm(tx, rows, sql`post - pre`), plan.confidence);
  },
};
