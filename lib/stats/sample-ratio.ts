import { chiSquareUpperTail } from "./chi-square";
import type { NotEstimableReason } from "./estimate";

export type SampleRatio =
  | { kind: "test"; statistic: number; degreesOfFreedom: number; p: number }
  | { kind: "not-estimable"; reason: NotEstimableReason };

/**
 * Do the arms hold the shares of people that were planned? Chi-square goodness of fit (Pearson 1900).
 *
 * `arms`: people counted and share expected, shares in any common unit (1:1, 0.5:0.5). A small p says that assignment
 * or counting went wrong. Refuses under two arms with a share, nobody at all, and people in an arm with a share of zero.
 */
export function sampleRatio(arms: readonly { people: number; share: number }[]): SampleRatio {
  const planned = arms.filter((arm) => arm.share > 0);
  const people = arms.reduce((sum, arm) => sum + arm.people, 0);
  const shares = planned.reduce((sum, arm) => sum + arm.share, 0);
  if (planned.length < 2) return { kind: "not-estimable", reason: "no-comparison" };
  if (people === 0) return { kind: "not-estimable", reason: "too-few-people" };
  if (arms.some((arm) => arm.share <= 0 && arm.people > 0)) return { kind: "not-estimable", reason: "no-denominator" };

  const statistic = planned.reduce((sum, arm) => {
    const expected = (people * arm.share) / shares;
    return sum + (arm.people - expected) ** 2 / expected;
  }, 0);
  const degreesOfFreedom = planned.length - 1;
  return { kind: "test", statistic, degreesOfFreedom, p: chiSquareUpperTail(statistic, degreesOfFreedom) };
}
