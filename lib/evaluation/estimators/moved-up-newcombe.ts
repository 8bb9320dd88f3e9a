import { sql } from "drizzle-orm";
import type { Estimator } from "@/lib/evaluation/estimator";
import { completeRows } from "@/lib/evaluation/panel-sql";
import { type LevelChangeCount, levelChangeDifference } from "@/lib/stats/proportions/level-change";

/** For a KPI in ordered levels: by how many points more people of the treated arm moved up at least one level. */
export const movedUpNewcombe: Estimator = {
  method: "moved_up_newcombe",
  optional: true,
  async estimate({ tx, plan, kpi, panel }) {
    const inLevels = /\blevels?\b/i.test(kpi.unit ?? "");
    if (!inLevels || panel.log || panel.clustered || panel.withBaseline === 0) return null;
    const { rows } = await tx.execute<LevelChangeCount & { arm: "treated" | "control" }>(sql`
      select arm, post - pre as change, count(*)::int as people
      from (${completeRows(panel, ["post", "pre"])}) r group by arm, post - pre order by arm, change`);
    const of = (arm: "treated" | "control") => rows.filter((row) => row.arm === arm);
    const found = levelChangeDifference({ treated: of("treated"), control: of("control") }, plan.confidence);
    const { movedUp } = found;
    if (movedUp.kind !== "estimate") return null;
    return { ...movedUp, method: "moved_up_newcombe", detail: { ...movedUp.detail, unit: "share", of: "moved up" } };
  },
};
