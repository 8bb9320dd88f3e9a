import type { Estimator } from "@/lib/evaluation/estimator";
import { ancovaFit, ancovaHc2 as closeAncova } from "@/lib/stats/ancova-hc2";
import { twoPasses } from "./two-passes";

/** Regression-adjusted, one slope per covariate for both arms. */
export const ancovaHc2: Estimator = {
  method: "ancova_hc2",
  estimate: (occasion) => twoPasses(occasion, ancovaFit, closeAncova),
};
