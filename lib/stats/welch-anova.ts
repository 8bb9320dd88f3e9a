import type { NotEstimableReason } from "./estimate";
import { fUpperTail } from "./f-distribution";
import type { Moments } from "./moments";

export type WelchAnova =
  | {
      kind: "anova";
      method: "welch_anova";
      f: number;
      degreesOfFreedomBetween: number;
      degreesOfFreedomWithin: number;
      p: number;
    }
  | { kind: "not-estimable"; method: "welch_anova"; reason: NotEstimableReason };

/**
 * Are the means of several groups equal, when spreads may differ (Welch 1951)? From the moments of each group; groups without
 * people are left out. Assumption: people independent. Refuses under two groups, a group of one, and a group without
 * variation (its weight would be endless). Equals R's `oneway.test`.
 */
export function welchAnova(groups: readonly Moments[]): WelchAnova {
  const method = "welch_anova";
  const filled = groups.filter(({ n }) => n > 0);
  const count = filled.length;
  if (count < 2) return { kind: "not-estimable", method, reason: "no-comparison" };
  if (filled.some(({ n }) => n < 2)) return { kind: "not-estimable", method, reason: "too-few-people" };
  if (filled.some(({ variance }) => !(variance > 0))) return { kind: "not-estimable", method, reason: "no-variation" };

  const origin = filled[0]?.mean ?? 0;
  const weighted = filled.map(({ n, mean, variance }) => ({ n, gap: mean - origin, weight: n / variance }));
  const total = weighted.reduce((sum, { weight }) => sum + weight, 0);
  const centre = weighted.reduce((sum, { weight, gap }) => sum + (weight / total) * gap, 0);
  const spread =
    weighted.reduce((sum, { n, weight }) => sum + (1 - weight / total) ** 2 / (n - 1), 0) / (count ** 2 - 1);
  const between = weighted.reduce((sum, { weight, gap }) => sum + weight * (gap - centre) ** 2, 0);
  const f = between / (count - 1) / (1 + 2 * (count - 2) * spread);
  const degreesOfFreedomWithin = 1 / (3 * spread);
  return {
    kind: "anova",
    method,
    f,
    degreesOfFreedomBetween: count - 1,
    degreesOfFreedomWithin,
    p: fUpperTail(f, count - 1, degreesOfFreedomWithin),
  };
}
