import { changesOf, type Estimator, refused } from "@/lib/evaluation/estimator";
import { didWelch as estimateDid } from "@/lib/stats/did-welch";

/** Welch on the change of each person (or team) with both values. */
export const didWelch: Estimator = {
  method: "did_welch",
  async estimate({ plan, panel, jointMoments }) {
    if (panel.withBaseline === 0) return refused("did_welch", "no-baseline");
    return estimateDid(changesOf(await jointMoments(["post", "pre"])), plan.confidence);
  },
};
