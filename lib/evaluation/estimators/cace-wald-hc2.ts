import type { Estimator } from "@/lib/evaluation/estimator";
import { readTakeUp } from "@/lib/evaluation/take-up-sql";
import { complierEffect } from "@/lib/stats/bounds/complier-effect";

/** The effect on those who take part because they were offered to; only where exposure differs from assignment, people independent. */
export const caceWaldHc2: Estimator = {
  method: "cace_wald_hc2",
  optional: true,
  async estimate(occasion) {
    if (occasion.panel.clustered) return null;
    const takeUp = await readTakeUp(occasion);
    return takeUp && complierEffect(takeUp.arms, occasion.plan.confidence);
  },
};
