import { type Estimate, notEstimable } from "@/lib/stats/estimate";
import { momentsOf } from "@/lib/stats/moments";
import { isRounding, tEstimate } from "@/lib/stats/t-estimate";
import type { MatchedPair } from "./nearest-neighbour";

/**
 * Mean difference within matched pairs, each control in one pair only ("matched_pairs_t").
 *
 * Error: paired t, matches taken as given. Estimand: the average effect on the treated who have a match. Assumption:
 * no unmeasured cause of both exposure and outcome. Refuses under two pairs, a control in several pairs (their
 * differences are not independent), and differences that are all equal.
 */
export function matchedPairs(pairs: readonly MatchedPair[], outcome: ArrayLike<number>, confidence = 0.95): Estimate {
  const method = "matched_pairs_t";
  const n = { treated: pairs.length, control: pairs.length };
  if (pairs.length < 2) return notEstimable(method, "too-few-people", n);
  if (new Set(pairs.map(({ control }) => control)).size < pairs.length) return notEstimable(method, "no-comparison", n);
  const differences = differencesOf(pairs, outcome);
  const { mean, variance } = momentsOf(differences);
  const standardError = Math.sqrt(variance / pairs.length);
  if (isRounding(standardError, Math.max(...differences.map(Math.abs)))) return notEstimable(method, "no-variation", n);
  return tEstimate({ method, estimate: mean, standardError, degreesOfFreedom: pairs.length - 1, confidence, n });
}

/** Treated minus control within each pair. */
export function differencesOf(pairs: readonly MatchedPair[], outcome: ArrayLike<number>): number[] {
  return pairs.map(({ treated, control }) => (outcome[treated] ?? Number.NaN) - (outcome[control] ?? Number.NaN));
}
