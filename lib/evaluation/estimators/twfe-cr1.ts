import { type Estimator, refused } from "@/lib/evaluation/estimator";
import { twfeCr1 as estimateTwoWay } from "@/lib/stats/panel/two-way-fixed-effects/twfe-cr1";

/** Two-way fixed effects beside the group-time effects, with the share of weights that are negative. */
export const twfeCr1: Estimator = {
  method: "twfe_cr1",
  async estimate({ plan, rollOut }) {
    const panel = await rollOut();
    return panel ? estimateTwoWay(panel.input, plan.confidence) : refused("twfe_cr1", "too-few-periods");
  },
};
