import { alikeMethod } from "@/lib/evaluation/alike-method";
import { countArms } from "@/lib/stats/matching/compared-rows";
import { differencesOf, matchedPairs } from "@/lib/stats/matching/matched-pairs";
import { nearestNeighbour } from "@/lib/stats/matching/nearest-neighbour";
import { rosenbaumBounds } from "@/lib/stats/matching/rosenbaum-bounds";
import { momentsOf } from "@/lib/stats/moments";

/** Beyond so many pairs to look at, matching takes longer than a reader waits. */
const mostComparisons = 25_000_000;

/**
 * Each of the trained with the one of the others whose logit of the chance is closest, within 0.2 standard deviations of it and each used
 * once; the mean difference of their changes, and how strong a hidden bias could explain it away.
 */
export const matchedPairsT = alikeMethod("matched_pairs_t", ({ rows, score, confidence }) => {
  const n = countArms(rows.treated);
  if (n.treated * n.control > mostComparisons) return null;
  const logits = score.odds.map(Math.log);
  const caliper = 0.2 * Math.sqrt(momentsOf([...logits]).variance);
  const pairs = nearestNeighbour(logits, rows.treated, { replacement: false, caliper });
  const estimate = matchedPairs(pairs, rows.outcome, confidence);
  const weights = new Float64Array(rows.treated.length);
  for (const { treated, control } of pairs) [weights[treated], weights[control]] = [1, 1];
  if (estimate.kind !== "estimate") return { outcome: estimate, weights };
  const sign = estimate.estimate < 0 ? -1 : 1;
  const bias = rosenbaumBounds(differencesOf(pairs, rows.outcome).map((difference) => sign * difference));
  const detail = {
    caliper,
    unmatched: n.treated - pairs.length,
    hiddenBias: bias.kind === "bounds" ? { breakEven: bias.breakEven, alpha: bias.alpha } : null,
  };
  return { outcome: { ...estimate, detail }, weights };
});
