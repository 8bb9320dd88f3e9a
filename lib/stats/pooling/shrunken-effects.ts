import { normalQuantile } from "@/lib/stats/normal";
import { type BetweenMethod, betweenVariance } from "./between-variance";
import { type GroupEffect, type NotPooled, poolingProblem, type ShrunkenGroup, weighedAt } from "./group-effect";

/** Group effects after partial pooling. */
export type ShrunkenEffects = {
  kind: "shrunken";
  method: "empirical_bayes_morris";
  mean: number;
  betweenVariance: number;
  groups: ShrunkenGroup[];
  confidence: number;
};

/**
 * Each group's effect pulled towards the mean of all, the more the less is known about it: effects by role or unit, means by activity, format, tool.
 *
 * Empirical Bayes of the normal-normal model with the corrections of Morris (1983) for unequal variances: pull
 * B = (k - 3) / (k - 1) x V / (V + A), and variance V (1 - (k - l) / k x B) + 2 / (k - 3) x B^2 (mean V + A) / (V + A) x (y - mean)^2 with l = k x the group's
 * weight, so that both A (tau squared) and the mean being estimated are paid for. Intervals normal; they hold on average over groups, not for each.
 * Assumption: the groups are alike until shown otherwise, with normal true effects. Refuses fewer than four groups, and an error that is zero or not a number.
 */
export function shrunkenEffects(
  groups: readonly GroupEffect[],
  between: BetweenMethod = "paule_mandel",
  confidence = 0.95,
): ShrunkenEffects | NotPooled {
  const method = "empirical_bayes_morris";
  const count = groups.length;
  const problem = poolingProblem(groups, 4);
  if (problem) return { kind: "not-estimable", method, reason: problem, groups: count };

  const variance = betweenVariance(groups, between);
  const { weights, total, mean } = weighedAt(groups, variance);
  const typical = groups.reduce((sum, group, i) => sum + (weights[i] ?? 0) * group.standardError ** 2, 0) / total;
  const critical = normalQuantile((1 + confidence) / 2);
  const shrink = ({ group, estimate, standardError }: GroupEffect, weight: number): ShrunkenGroup => {
    const own = standardError ** 2;
    const pull = (((count - 3) / (count - 1)) * own) / (own + variance);
    const ofPull = ((2 / (count - 3)) * pull ** 2 * (typical + variance)) / (own + variance);
    const error = Math.sqrt(own * (1 - (1 - weight / total) * pull) + ofPull * (estimate - mean) ** 2);
    const shrunken = mean + (1 - pull) * (estimate - mean);
    return {
      group,
      estimate,
      shrunken,
      standardError: error,
      interval: [shrunken - critical * error, shrunken + critical * error],
      pull,
    };
  };
  return {
    kind: "shrunken",
    method,
    mean,
    betweenVariance: variance,
    groups: groups.map((group, index) => shrink(group, weights[index] ?? 0)),
    confidence,
  };
}
