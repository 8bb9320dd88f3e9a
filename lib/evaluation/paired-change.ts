import { isRounding, tEstimate } from "@/lib/stats/t-estimate";
import { type Estimator, refused } from "./estimator";

const method = "before_after_paired";

/** The mean change of those in the programme (paired t, n - 1), of whatever stands in the panel. It has no comparison, so it is no effect. */
export const pairedChange: Estimator = {
  method,
  async estimate({ plan, panel, jointMoments }) {
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
    });
  },
};
