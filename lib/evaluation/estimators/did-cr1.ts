import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
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
    const estimate = didCr1FromChanges(await momentsByArm(tx, rows, sql`post - pre`), plan.confidence);
    if (estimate.kind !== "estimate") return estimate;
    return { ...estimate, detail: { ...estimate.detail, cells: await readCells(tx, rows) } };
  },
};

/** The four cell means, as the clustered form gives them. */
async function readCells(tx: Tx, rows: SQL) {
  const before = await momentsByArm(tx, rows, sql`pre`);
  const after = await momentsByArm(tx, rows, sql`post`);
  const of = (arm: "treated" | "control") => ({
    before: { n: before[arm].n, mean: before[arm].mean },
    after: { n: after[arm].n, mean: after[arm].mean },
  });
  return { treated: of("treated"), control: of("control") };
}
