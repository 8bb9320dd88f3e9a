import { type Estimate, notEstimable } from "@/lib/stats/estimate";
import { momentsOf } from "@/lib/stats/moments";
import { normalEstimate } from "@/lib/stats/normal-estimate";
import { isRounding } from "@/lib/stats/t-estimate";
import { countArms } from "./compared-rows";

/** Squared gaps, in standard deviations of the distance, that differ by no more than this count as equally close. */
const tieTolerance = 1e-5;

/**
 * Effect on the treated by one nearest neighbour with replacement, all equally close controls sharing the place
 * ("match_abadie_imbens"; Abadie and Imbens 2006).
 *
 * `distance[i]`: a propensity score or its logit, taken as known. Error: their population variance, the spread of the
 * matched differences plus (K^2 - K2) times a common outcome variance, K being how often a control is used and K2 the
 * sum of its squared shares; the common variance is half the mean squared deviation of differences. Normal interval.
 * Assumption: no unmeasured cause of both exposure and outcome, and close matches. Refuses an empty arm, a constant
 * distance, infinite numbers, and equal differences. Equals R's `Matching::Match(estimand = "ATT", M = 1, ties =
 * TRUE)`.
 */
export function abadieImbens(
  distance: ArrayLike<number>,
  treated: ArrayLike<number>,
  outcome: ArrayLike<number>,
  confidence = 0.95,
): Estimate {
  const method = "match_abadie_imbens";
  const n = countArms(treated);
  if (n.treated === 0 || n.control === 0) return notEstimable(method, "no-comparison", n);
  const { variance } = momentsOf(Array.from(distance));
  const all = [...Array.from(distance), ...Array.from(outcome)];
  if (!all.every(Number.isFinite)) return notEstimable(method, "not-finite", n);
  if (!(variance > 0)) return notEstimable(method, "collinear", n);

  const rows = Array.from({ length: treated.length }, (_, row) => row);
  const controls = rows.filter((row) => treated[row] !== 1);
  const used = new Map<number, { shares: number; squares: number }>();
  const differences: number[] = [];
  const pairs: { difference: number; share: number }[] = [];
  for (const person of rows.filter((row) => treated[row] === 1)) {
    const gapTo = (control: number) => ((distance[control] ?? 0) - (distance[person] ?? 0)) ** 2 / variance;
    const least = controls.reduce((smallest, control) => Math.min(smallest, gapTo(control)), Number.POSITIVE_INFINITY);
    const close = controls.filter((control) => gapTo(control) <= least + tieTolerance);
    const share = 1 / close.length;
    let difference = 0;
    for (const control of close) {
      const own = (outcome[person] ?? 0) - (outcome[control] ?? 0);
      const known = used.get(control) ?? { shares: 0, squares: 0 };
      used.set(control, { shares: known.shares + share, squares: known.squares + share * share });
      difference += share * own;
      pairs.push({ difference: own, share });
    }
    differences.push(difference);
  }

  const { mean: estimate } = momentsOf(differences);
  const people = differences.length;
  const common = pairs.reduce((sum, pair) => sum + pair.share * (pair.difference - estimate) ** 2, 0) / people / 2;
  const ofMatches = differences.reduce((sum, value) => sum + (value - estimate) ** 2, 0);
  const ofReuse = [...used.values()].reduce((sum, { shares, squares }) => sum + shares * shares - squares, 0);
  const standardError = Math.sqrt(Math.max(0, ofMatches + common * ofReuse)) / people;
  const size = rows.reduce((most, row) => Math.max(most, Math.abs(outcome[row] ?? 0)), 0);
  if (isRounding(standardError, size)) return notEstimable(method, "no-variation", n);
  return normalEstimate({
    method,
    estimate,
    standardError,
    confidence,
    n: { treated: people, control: used.size },
    detail: { controlsUsed: used.size },
  });
}
