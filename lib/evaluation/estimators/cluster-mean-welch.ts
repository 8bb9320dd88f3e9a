import { sql } from "drizzle-orm";
import type { Estimator } from "@/lib/evaluation/estimator";
import { momentsByArm } from "@/lib/evaluation/moments-sql";
import { completeRows } from "@/lib/evaluation/panel-sql";
import { welchEstimate } from "@/lib/stats/welch";

/** Welch on one value per cluster: its mean change where there is a baseline, else its mean follow-up value. */
export const clusterMeanWelch: Estimator = {
  method: "cluster_mean_welch",
  async estimate({ tx, plan, panel }) {
    const before = panel.withBaseline > 0;
    const rows = completeRows({ unit: "team" }, before ? ["pre", "post"] : ["post"]);
    const moments = await momentsByArm(tx, rows, before ? sql`post - pre` : sql`post`);
    return welchEstimate("cluster_mean_welch", moments, plan.confidence, { of: before ? "change" : "follow-up" });
  },
};
