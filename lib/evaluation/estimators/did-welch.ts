import { changesOf, type Estimator, refused } from "@/lib/evaluation/estimator";
import { sizeOf } from "@/lib/evaluation/size-of";
import { didWelch as estimateDid } from "@/lib/stats/did-welch";

/** Welch on the change of each person (or team) with both values, and the same in standard deviations of the change (Hedges' g). */
export const didWelch: Estimator = {
  method: "did_welch",
  async estimate({ plan, panel, jointMoments }) {
    if (panel.withBaseline === 0) return refused("did_welch", "no-baseline");
    const changes = changesOf(await jointMoments(["post", "pre"]));
    const estimate = estimateDid(changes, plan.confidence);
    if (estimate.kind !== "estimate") return estimate;
    return { ...estimate, detail: { ...estimate.detail, size: sizeOf(changes, plan.confidence) } };
  },
};
