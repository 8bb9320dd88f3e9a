import type { NotEstimableReason } from "@/lib/stats/estimate";
import { aggregate } from "@/lib/stats/panel/group-time/aggregate";
import { covarianceOf, varianceOf } from "@/lib/stats/panel/group-time/covariance";
import type { Comparison } from "@/lib/stats/panel/group-time/design";
import { groupTimeEffects } from "@/lib/stats/panel/group-time/group-time-effects";
import { type PreTrend, preTrend } from "@/lib/stats/panel/group-time/pre-trend";
import type { EventStudy } from "@/lib/stats/sensitivity/event-study";
import type { Plan } from "./plan";
import type { RollOut } from "./roll-out-sql";

export const comparisonOf = ({ control }: Pick<Plan, "control">): Comparison =>
  control === "not_yet_treated" ? "not-yet-treated" : "never-treated";

/** What the periods before exposure say, in a roll-out and in a comparison of two groups alike. */
export function preTrendOf({ input }: RollOut, comparison: Comparison): PreTrend | { reason: NotEstimableReason } {
  const effects = groupTimeEffects(input, { comparison, basePeriod: "varying" });
  return effects.kind === "refused" ? { reason: effects.reason } : preTrend(effects);
}

/**
 * Effects by time since exposure with their covariance, against the last period before it: the unbroken run of times around it.
 * Null where there is none before or none after.
 */
export function eventStudyOf({ input }: RollOut, comparison: Comparison): EventStudy | null {
  const effects = groupTimeEffects(input, { comparison, basePeriod: "universal" });
  if (effects.kind === "refused") return null;
  const known = new Map(
    aggregate(effects, "event")
      .levels.filter((level) => varianceOf(effects, level) > 0)
      .map((level) => [level.level, level]),
  );
  const run = (from: number, step: number) => {
    const levels = [];
    for (let at = from; ; at += step) {
      const level = known.get(at);
      if (!level) return levels;
      levels.push(level);
    }
  };
  const [before, after] = [run(-2, -1).toReversed(), run(0, 1)];
  if (before.length === 0 || after.length === 0) return null;
  const treated = effects.groups.reduce((sum, { n }) => sum + n, 0);
  return {
    pre: before.map(({ effect }) => effect),
    post: after.map(({ effect }) => effect),
    covariance: covarianceOf(effects, [...before, ...after]),
    n: { treated, control: effects.n.all - treated },
  };
}
