import type { Estimator } from "@/lib/evaluation/estimator";
import { readTakeUp } from "@/lib/evaluation/take-up-sql";
import { complierEffectClustered } from "@/lib/stats/bounds/complier-effect-clustered";

/** The effect on those who take part because they were offered to, clusters independent; only where exposure differs from assignment. */
export const caceWaldCr1: Estimator = {
  method: "cace_wald_cr1",
  optional: true,
  async estimate(occasion) {
    if (!occasion.panel.clustered) return null;
    const takeUp = await readTakeUp(occasion);
    if (!takeUp?.clusters) return null;
    const rows = takeUp.clusters.map(({ cluster, arm, n, means: [outcome = 0, took = 0] }) => ({
      cluster,
      arm,
      n,
      outcome,
      takeUp: took,
    }));
    return complierEffectClustered(rows, occasion.plan.confidence);
  },
};
