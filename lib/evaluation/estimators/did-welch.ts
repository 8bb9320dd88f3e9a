import { sql } from "drizzle-orm";
import { type Estimator, refused } from "@/lib/evaluation/estimator";
import { momentsByArm } from "@/lib/evaluation/moments-sql";
import { completeRows } from "@/lib/evaluation/panel-sql";
import { didWelch as estimateDid } from "@/lib/stats/did-welch";

/** Welch on the change of each person (or team) with both values. */
export const didWelch: Estimator = {
  method: "did_welch",
  async estimate({ tx, plan, panel }) {
    if (panel.withBaseline === 0) return refused("did_welch", "no-baseline");
    return estimateDid(await momentsByArm(tx, completeRows(panel, ["pre", "post"]), sql`post - pre`), plan.confidence);
  },
};
