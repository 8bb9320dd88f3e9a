import { type Estimator, refused } from "@/lib/evaluation/estimator";
import { cuped as estimateCuped } from "@/lib/stats/cuped";

/** Adjusted by the value before alone, theta pooled over both arms. */
export const cuped: Estimator = {
  method: "cuped",
  async estimate({ plan, panel, jointMoments }) {
    if (panel.withBaseline === 0) return refused("cuped", "no-baseline");
    return estimateCuped(await jointMoments(["post", "pre"]), plan.confidence);
  },
};
