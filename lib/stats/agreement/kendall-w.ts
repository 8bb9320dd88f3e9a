import { chiSquareUpperTail } from "@/lib/stats/chi-square";
import type { NotEstimableReason } from "@/lib/stats/estimate";
import { momentsOf } from "@/lib/stats/moments";
import { midranks } from "@/lib/stats/ranks/midranks";

export type KendallW =
  | {
      kind: "agreement";
      method: "kendall_w";
      /** 0 none, 1 all raters order the subjects alike; corrected for ties. */
      value: number;
      withoutTieCorrection: number;
      statistic: number;
      degreesOfFreedom: number;
      p: number;
      subjects: number;
      raters: number;
    }
  | { kind: "not-estimable"; method: "kendall_w"; reason: NotEstimableReason };

/**
 * Do raters order the subjects alike (Kendall and Babington Smith 1939)? `ratings[s][r]`: rating of subject s by rater r, without
 * gaps; chi-square test with n - 1 degrees of freedom. Refuses under two subjects or raters, gaps, and raters who tie everybody.
 */
export function kendallW(ratings: readonly (readonly number[])[]): KendallW {
  const method = "kendall_w";
  const subjects = ratings.length;
  const raters = ratings[0]?.length ?? 0;
  if (subjects < 2 || raters < 2) return { kind: "not-estimable", method, reason: "too-few-people" };
  if (ratings.some((row) => row.length !== raters || !row.every(Number.isFinite))) {
    return { kind: "not-estimable", method, reason: "not-finite" };
  }
  const ranked = Array.from({ length: raters }, (_, rater) => midranks(ratings.map((row) => row[rater] ?? 0)));
  const tieSum = ranked.reduce((sum, each) => sum + each.tieSum, 0);
  const sums = ratings.map((_, subject) => ranked.reduce((sum, { ranks }) => sum + (ranks[subject] ?? 0), 0));
  const spread = 12 * momentsOf(sums).variance * (subjects - 1);
  const most = raters ** 2 * (subjects ** 3 - subjects);
  const possible = most - raters * tieSum;
  if (!(possible > 0)) return { kind: "not-estimable", method, reason: "no-variation" };
  const value = spread / possible;
  const statistic = raters * (subjects - 1) * value;
  return {
    kind: "agreement",
    method,
    value,
    withoutTieCorrection: spread / most,
    statistic,
    degreesOfFreedom: subjects - 1,
    p: chiSquareUpperTail(statistic, subjects - 1),
    subjects,
    raters,
  };
}
