import { refused } from "@/lib/evaluation/estimator";
import { curvesOf, survivalMethod } from "@/lib/evaluation/survival-method";
import { restrictedMeanDifference as compareMeans } from "@/lib/stats/survival/restricted-mean";

const method = "restricted_mean_difference";

/** Days without the event gained up to the longest time both arms are watched. */
export const restrictedMeanDifference = survivalMethod(method, ({ times, confidence, n }) => {
  const found = curvesOf(times);
  if (!found) return refused(method, "follow-up-too-short", n);
  const compared = compareMeans(found.curves, found.horizon, confidence);
  if (compared.kind === "not-estimable") return refused(method, compared.reason, n);
  const { arms, horizon, ...figures } = compared;
  const of = ({ value, standardError, interval }: typeof arms.treated) => ({ value, standardError, interval });
  const means = { treated: of(arms.treated), control: of(arms.control) };
  return { ...figures, degreesOfFreedom: null, detail: { unit: "days", horizon, means } };
});
