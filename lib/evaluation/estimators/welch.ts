import { sql } from "drizzle-orm";
import type { Estimator } from "@/lib/evaluation/estimator";
import { momentsByArm } from "@/lib/evaluation/moments-sql";
import { completeRows } from "@/lib/evaluation/panel-sql";
import { welch as estimateWelch } from "@/lib/stats/welch";

/** The unadjusted difference of the follow-up values. */
export const welch: Estimator = {
  method: "welch",
  async estimate({ tx, plan, panel }) {
    return estimateWelch(await momentsByArm(tx, completeRows(panel, ["post"]), sql`post`), plan.confidence);
  },
};
