import { refused } from "@/lib/evaluation/estimator";
import { survivalMethod } from "@/lib/evaluation/survival-method";
import { hazardRatio } from "@/lib/stats/survival/hazard-ratio";

const method = "cox_efron";

/** How many times as fast the event comes to the treated, and whether one such ratio describes all times. */
export const coxEfron = survivalMethod(method, ({ times, confidence, n }) => {
  const estimate = hazardRatio(times.arms, { confidence });
  if (estimate.kind === "not-estimable") return refused(method, estimate.reason, n);
  const { proportional, ...detail } = estimate.detail;
  const test = proportional.kind === "test" ? { statistic: proportional.all.statistic, p: proportional.all.p } : null;
  return { ...estimate, detail: { unit: "ratio", ...detail, proportional: test } };
});
