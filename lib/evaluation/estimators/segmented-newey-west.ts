import { type Estimator, refused } from "@/lib/evaluation/estimator";
import { readExposedSeries } from "@/lib/evaluation/exposed-series-sql";
import { readStartingPoint } from "@/lib/evaluation/starting-point-sql";
import { segmentedRegression } from "@/lib/stats/linear/segmented-regression";

const method = "segmented_newey_west";

/** The level of the series of those in the programme, and its slope, before and from exposure on. It has no comparison, so it is no effect. */
export const segmentedNeweyWest: Estimator = {
  method,
  async estimate(occasion) {
    const { tx, plan, panel } = occasion;
    const series = await readExposedSeries(tx, plan, occasion);
    if ("reason" in series) return refused(method, series.reason);
    const { means, start, people } = series;
    const n = { treated: panel.unit === "team" ? panel.arms.treated.clusters : people, control: 0 };
    const estimate = segmentedRegression({ values: means, start }, { confidence: plan.confidence });
    if (estimate.kind !== "estimate") return { ...estimate, n };
    const periods = { before: start, after: means.length - start };
    const detail = { periods, ...estimate.detail, startingPoint: await readStartingPoint(occasion) };
    return { ...estimate, n, detail };
  },
};
