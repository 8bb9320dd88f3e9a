import { chiSquareUpperTail } from "@/lib/stats/chi-square";
import { studentTQuantile, studentTTwoSidedP } from "@/lib/stats/student-t";
import { type BetweenMethod, betweenVariance, betweenVarianceInterval } from "./between-variance";
import { type GroupEffect, type NotPooled, poolingProblem, weighedAt } from "./group-effect";
import { predictionInterval } from "./prediction-interval";

/** What several groups say together, and how much they differ. */
export type RandomEffects = {
  kind: "random-effects";
  method: `random_effects_${BetweenMethod}_hartung_knapp`;
  groups: number;
  /** Mean of the true effects of groups such as these. */
  mean: number;
  standardError: number;
  degreesOfFreedom: number;
  interval: [number, number];
  p: number;
  /** Variance of the true effects between groups, squared unit of the effect. */
  between: { variance: number; interval: [number, number] };
  /** Share of the spread that is real difference, 0 to 1. */
  iSquared: { value: number; interval: [number, number] };
  /** Test that all groups share one effect: the test for interaction. */
  heterogeneity: { q: number; degreesOfFreedom: number; p: number };
  /** Where the true effect of a further group would lie; null under three groups. */
  predictionInterval: [number, number] | null;
  confidence: number;
};

/**
 * Random-effects mean of group effects and their heterogeneity, from (estimate, standard error) pairs.
 *
 * Weights 1 / (error^2 + tau^2); interval of Hartung and Knapp (2001; Sidik and Jonkman 2002) on k - 1 degrees of freedom, unmodified; tau^2 as
 * `betweenVariance`, its interval and that of I^2 by the Q profile (Viechtbauer 2007; I^2 = tau^2 / (tau^2 + typical error^2), Higgins and Thompson 2002);
 * Cochran's Q; prediction interval as `predictionInterval`.
 * Assumption: the groups' errors are independent and known, their true effects normal. Refuses fewer than two groups, and an error that is
 * zero or not a number.
 */
export function randomEffects(
  groups: readonly GroupEffect[],
  method: BetweenMethod = "reml",
  confidence = 0.95,
): RandomEffects | NotPooled {
  const name = `random_effects_${method}_hartung_knapp` as const;
  const problem = poolingProblem(groups, 2);
  if (problem) return { kind: "not-estimable", method: name, reason: problem, groups: groups.length };

  const freedom = groups.length - 1;
  const variance = betweenVariance(groups, method);
  const { total, mean, q } = weighedAt(groups, variance);
  const standardError = Math.sqrt(q / freedom / total);
  if (!(standardError > 0)) {
    return { kind: "not-estimable", method: name, reason: "no-variation", groups: groups.length };
  }
  const margin = studentTQuantile((1 + confidence) / 2, freedom) * standardError;

  const common = weighedAt(groups, 0);
  const squares = common.weights.reduce((sum, weight) => sum + weight * weight, 0);
  const typical = (freedom * common.total) / (common.total ** 2 - squares);
  const shareOf = (between: number) => between / (between + typical);
  const interval = betweenVarianceInterval(groups, confidence);
  return {
    kind: "random-effects",
    method: name,
    groups: groups.length,
    mean,
    standardError,
    degreesOfFreedom: freedom,
    interval: [mean - margin, mean + margin],
    p: studentTTwoSidedP(mean / standardError, freedom),
    between: { variance, interval },
    iSquared: { value: shareOf(variance), interval: [shareOf(interval[0]), shareOf(interval[1])] },
    heterogeneity: { q: common.q, degreesOfFreedom: freedom, p: chiSquareUpperTail(common.q, freedom) },
    predictionInterval: predictionInterval(groups, confidence),
    confidence,
  };
}
