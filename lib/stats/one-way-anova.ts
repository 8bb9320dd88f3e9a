import type { NotEstimableReason } from "./estimate";
import { fUpperTail } from "./f-distribution";
import type { Moments } from "./moments";

export type OneWayAnova =
  | {
      kind: "anova";
      squaresBetween: number;
      squaresWithin: number;
      degreesOfFreedomBetween: number;
      degreesOfFreedomWithin: number;
      f: number;
      p: number;
      rSquared: number;
    }
  | { kind: "not-estimable"; reason: NotEstimableReason };

/**
 * One-way analysis of variance from the moments of each group (Fisher 1925).
 *
 * Tests whether the group means are equal. Assumption: independent values, equal spread. Groups without people are
 * left out. Refuses under two groups, no degrees of freedom within, and no variation within.
 */
export function oneWayAnova(groups: readonly Moments[]): OneWayAnova {
  const filled = groups.filter((group) => group.n > 0);
  const n = filled.reduce((sum, group) => sum + group.n, 0);
  const origin = filled[0]?.mean ?? 0;
  const shift = filled.reduce((sum, group) => sum + group.n * (group.mean - origin), 0) / n;
  const between = filled.length - 1;
  const within = n - filled.length;
  if (between < 1) return { kind: "not-estimable", reason: "no-comparison" };
  if (within < 1) return { kind: "not-estimable", reason: "too-few-people" };

  const squaresWithin = filled.reduce((sum, group) => sum + (group.n - 1) * group.variance, 0);
  const squaresBetween = filled.reduce((sum, group) => sum + group.n * (group.mean - origin - shift) ** 2, 0);
  if (!(squaresWithin > 0)) return { kind: "not-estimable", reason: "no-variation" };
  const f = squaresBetween / between / (squaresWithin / within);
  return {
    kind: "anova",
    squaresBetween,
    squaresWithin,
    degreesOfFreedomBetween: between,
    degreesOfFreedomWithin: within,
    f,
    p: fUpperTail(f, between, within),
    rSquared: squaresBetween / (squaresBetween + squaresWithin),
  };
}
