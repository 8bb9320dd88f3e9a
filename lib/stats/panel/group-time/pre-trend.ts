import type { NotEstimableReason } from "@/lib/stats/estimate";
import { noncentralityOf, waldTest } from "@/lib/stats/linear/wald-test";
import { noncentralityForPower } from "@/lib/stats/noncentral-chi-square";
import { isRounding } from "@/lib/stats/t-estimate";
import { covarianceOf } from "./covariance";
import type { GroupTimeEffect, GroupTimeEffects } from "./group-time-effects";

export type PreTrend =
  | {
      kind: "test";
      statistic: number;
      /** Rank of the covariance: effects tested less those that others determine. */
      degreesOfFreedom: number;
      p: number;
      effects: number;
      /** Groups of one unit, whose own spread cannot be known. */
      leftOut: number[];
      /**
       * The difference in slope (unit of the outcome, per period) that the test finds four times in five: a trend of
       * less may stand behind a test that finds nothing (Roth 2022).
       */
      detectableSlope: number;
    }
  | { kind: "not-estimable"; reason: NotEstimableReason; leftOut: number[] };

const power = { share: 0.8, alpha: 0.05 };

/**
 * Did the groups move together before exposure? Joint Wald test that all group-time effects before exposure are zero
 * (Callaway and Sant'Anna 2021, remark 11; R's `did` `Wpval`).
 *
 * Groups of one unit (or cluster) are left out and named. Refuses without an effect before exposure, and where there
 * are not more units (clusters) than effects and cohorts together, because the covariance is then singular by
 * construction.
 */
export function preTrend(of: GroupTimeEffects): PreTrend {
  const found = preTrendTest(of);
  if (found.kind === "not-estimable") return found;
  const { before, covariance, test, leftOut } = found;
  const perSlope = noncentralityOf(
    before.map(({ time, base }) => time - base),
    covariance,
  );
  const needed = noncentralityForPower(test.degreesOfFreedom, power.share, power.alpha);
  return {
    kind: "test",
    statistic: test.statistic,
    degreesOfFreedom: test.degreesOfFreedom,
    p: test.p,
    effects: before.length,
    leftOut,
    detectableSlope: Math.sqrt(needed / perSlope),
  };
}

/** The statistic of `preTrend` alone, for resampling; null where it refuses. */
export function preTrendStatistic(of: GroupTimeEffects): number | null {
  const found = preTrendTest(of);
  return found.kind === "found" ? found.test.statistic : null;
}

function preTrendTest(of: GroupTimeEffects) {
  const leftOut = of.groups.flatMap(({ group, independent }) => (independent < 2 ? [group] : []));
  const refuse = (reason: NotEstimableReason) => ({ kind: "not-estimable" as const, reason, leftOut });
  const tested = of.effects.filter(
    ({ time, group, base }) => time < group && time !== base && !leftOut.includes(group),
  );
  const all = covarianceOf(of, tested);
  const places = [...tested.keys()].filter((at) => !isRounding(Math.sqrt(all[at]?.[at] ?? 0), of.size));
  const before = places.map((at) => tested[at] as GroupTimeEffect);
  if (before.length === 0) return refuse("too-few-periods");
  const covariance = places.map((row) => places.map((column) => all[row]?.[column] ?? 0));
  const test = waldTest(
    before.map(({ effect }) => effect),
    covariance,
  );
  if (test === null) return refuse("no-variation");
  if (of.independent <= test.degreesOfFreedom + of.groups.length + 1) return refuse("too-few-clusters");
  return { kind: "found" as const, before, covariance, test, leftOut };
}
