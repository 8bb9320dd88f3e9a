import type { Estimator } from "@/lib/evaluation/estimator";
import { linHc2 as closeLin, linFit } from "@/lib/stats/lin-hc2";
import { twoPasses } from "./two-passes";

/** Regression-adjusted, covariates centred and interacted with arm. */
export const linHc2: Estimator = {
  method: "lin_hc2",
  estimate: (occasion) => twoPasses(occasion, linFit, closeLin),
};
