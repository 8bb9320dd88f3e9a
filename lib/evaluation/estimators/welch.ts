import { sql } from "drizzle-orm";
import type { Estimator } from "@/lib/evaluation/estimator";
import { momentsByArm } from "@/lib/evaluation/moments-sql";
import { completeRows } from "@/lib/evaluation/panel-sql";
import { sizeOf } from "@/lib/evaluation/size-of";
import { welch as estimateWelch } from "@/lib/stats/welch";

/** The unadjusted difference of the follow-up values, and the same in standard deviations (Hedges' g). */
export const welch: Estimator = {
  method: "welch",
  async estimate({ tx, plan, panel }) {
    const moments = await momentsByArm(tx, completeRows(panel, ["post"]), sql`post`);
    const estimate = estimateWelch(moments, plan.confidence);
    if (estimate.kind !== "estimate") return estimate;
    return { ...estimate, detail: { ...estimate.detail, size: sizeOf(moments, plan.confidence) } };
  },
};
