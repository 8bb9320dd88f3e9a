import { balanceOf } from "@/lib/evaluation/alike-method";
import { type Estimator, refused } from "@/lib/evaluation/estimator";
import { doublyRobustDid } from "@/lib/stats/panel/doubly-robust-did";

/** Difference-in-differences among people with equal covariates, doubly robust; only where the plan names covariates. */
export const drDid: Estimator = {
  method: "dr_did",
  optional: true,
  async estimate({ plan, panel, changes }) {
    if (panel.covariates.length === 0) return null;
    if (panel.withBaseline === 0) return refused("dr_did", "no-baseline");
    const rows = await changes();
    const estimate = doublyRobustDid(rows, "traditional", plan.confidence);
    if (estimate.kind !== "estimate") return estimate;
    const adjustedFor = panel.covariateNames;
    return { ...estimate, detail: { ...estimate.detail, adjustedFor, balance: balanceOf(rows, adjustedFor) } };
  },
};
