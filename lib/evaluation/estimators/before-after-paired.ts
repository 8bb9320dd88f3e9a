import { type Estimator, refused } from "@/lib/evaluation/estimator";
import { readStartingPoint } from "@/lib/evaluation/starting-point-sql";
import { isRounding, tEstimate } from "@/lib/stats/t-estimate";

const method = "before_after_paired";

/** The mean change of those in the programme (paired t, n - 1). It has no comparison, so it is no effect. */
export const beforeAfterPaired: Estimator = {
  method,
  async estimate(occasion) {
    const { plan, panel, jointMoments } = occasion;
    if (panel.withBaseline === 0) return refused(method, "no-baseline");
    const { change, means } = (await jointMoments(["post", "pre"])).treated;
    const n = { treated: change.n, control: 0 };
    if (change.n < 2) return refused(method, "too-few-people", n);
    const standardError = Math.sqrt(change.variance / change.n);
    if (isRounding(standardError, Math.abs(change.mean) + Math.abs(means[0] ?? 0)))
      return refused(method, "no-variation", n);
    return tEstimate({
      method,
      estimate: change.mean,
      standardError,
      degreesOfFreedom: change.n - 1,
      confidence: plan.confidence,
      n,
      detail: { startingPoint: await readStartingPoint(occasion) },
    });
  },
};
