import type { Estimator } from "@/lib/evaluation/estimator";
import { eventsByArm } from "@/lib/evaluation/moments-sql";
import { completeRows } from "@/lib/evaluation/panel-sql";
import { riskDifferenceNewcombe as estimateRiskDifference } from "@/lib/stats/newcombe";

/** For a KPI that is 0 or 1 for everybody: the difference of shares with Newcombe's interval. */
export const riskDifferenceNewcombe: Estimator = {
  method: "risk_difference_newcombe",
  optional: true,
  async estimate({ tx, plan, panel }) {
    if (panel.log || panel.unit === "team") return null;
    const events = await eventsByArm(tx, completeRows(panel, ["post"]), "post");
    return events && estimateRiskDifference(events, plan.confidence);
  },
};
