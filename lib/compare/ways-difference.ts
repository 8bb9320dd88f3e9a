import type { Estimate } from "@/lib/stats/estimate";
import { notEstimable } from "@/lib/stats/estimate";
import type { JointMoments } from "@/lib/stats/joint-moments";
import { ratioOfSumsChange } from "@/lib/stats/ratio-of-sums-change";
import { studentTTwoSidedP } from "@/lib/stats/student-t";

/**
 * Difference of two ratios of sums between which people may be on both sides ("ratio_of_sums_domains"): joint moments of what each person
 * counts for in the one and in the other, nothing being zero. The delta method over people takes care of who is on both sides; t with
 * n - 1. `n` are the people of each side.
 */
export function waysDifference(moments: JointMoments, n: { treated: number; control: number }): Estimate {
  const method = "ratio_of_sums_domains";
  const figure = ratioOfSumsChange(moments);
  if (figure.kind !== "figure") return notEstimable(method, figure.reason, n);
  const { value, standardError, degreesOfFreedom, interval, confidence } = figure;
  const freedom = degreesOfFreedom ?? 1;
  return {
    kind: "estimate",
    method,
    estimate: value,
    standardError,
    degreesOfFreedom,
    interval,
    p: studentTTwoSidedP(value / (standardError ?? 1), freedom),
    confidence,
    n,
  };
}
