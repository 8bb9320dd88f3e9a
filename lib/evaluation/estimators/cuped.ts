import { type Estimator, refused } from "@/lib/evaluation/estimator";
import { jointMomentsByArm } from "@/lib/evaluation/moments-sql";
import { completeRows } from "@/lib/evaluation/panel-sql";
import { cuped as estimateCuped } from "@/lib/stats/cuped";

/** Adjusted by the value before alone, theta pooled over both arms. */
export const cuped: Estimator = {
  method: "cuped",
  async estimate({ tx, plan, panel }) {
    if (panel.withBaseline === 0) return refused("cuped", "no-baseline");
    const columns = ["post", "pre"];
    return estimateCuped(await jointMomentsByArm(tx, completeRows(panel, columns), columns), plan.confidence);
  },
};
