import { sql } from "drizzle-orm";
import type { Design } from "@/lib/evaluation/design";
import { beforeAfterPaired } from "@/lib/evaluation/estimators/before-after-paired";
import { segmentedNeweyWest } from "@/lib/evaluation/estimators/segmented-newey-west";

export const beforeAfter: Design = {
  estimators: [segmentedNeweyWest, beforeAfterPaired],
  yieldsFor: ["too-few-periods", "several-starts", "gap-in-series", "no-variation", "collinear"],
  armOf: () => sql`case when label <> 'control' then 'treated' end`,
  random: false,
  compares: false,
  outcome: "values",
  limits: [
    "There is no comparison group: seasons, other changes and chance are part of the change.",
    "Units chosen because they were worst improve by themselves (regression to the mean).",
  ],
};
