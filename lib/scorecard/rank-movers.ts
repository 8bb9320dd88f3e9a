import { adjustP } from "@/lib/stats/multiplicity/adjust-p";
import { normalQuantile, normalTwoSidedP } from "@/lib/stats/normal";
import { shrunkenEffects } from "@/lib/stats/pooling/shrunken-effects";
import { rankIntervals } from "@/lib/stats/ranking/rank-intervals";
import type { Change } from "./scorecard";

/** Conventions: at most this share of what is called moved is expected to be noise; of fewer groups none borrows from the others. */
const falseShare = 0.05;

export type Ranked = {
  id: string;
  /** As the change itself: a difference, or a ratio of rates. */
  change: number;
  interval: [number, number];
  /** Pulled towards the mean of all; null where there are too few groups to borrow from. */
  shrunken: { value: number; interval: [number, number] } | null;
  /** Beyond noise when all are judged together (Benjamini and Hochberg). */
  moved: boolean;
  adjustedP: number;
  /** The ranks it may truly hold among those compared, 1 for the largest change. */
  rank: [number, number];
};

/** A change on the scale on which it is judged (ratios: logarithm), with the error its 95% interval implies. Null where it has none. */
function effectOf(change: Change): { estimate: number; standardError: number } | null {
  if (change.kind === "none" || !change.interval) return null;
  const scale = change.kind === "ratio" ? Math.log : (value: number) => value;
  const [low, high] = [scale(change.interval[0]), scale(change.interval[1])];
  const estimate = scale(change.estimate);
  const standardError = (high - low) / (2 * normalQuantile(0.975));
  return Number.isFinite(estimate) && Number.isFinite(standardError) && standardError > 0
    ? { estimate, standardError }
    : null;
}

const pOf = ({ estimate, standardError }: { estimate: number; standardError: number }) =>
  normalTwoSidedP(estimate / standardError);

/** How many of several changes stand out from noise when they are judged together, and of how many. */
export function countBeyondNoise(changes: readonly Change[]): { moved: number; of: number } {
  const effects = changes.flatMap((change) => effectOf(change) ?? []);
  const adjusted = adjustP(effects.map(pOf), "benjamini_hochberg");
  return { moved: adjusted.filter((p) => p !== null && p <= falseShare).length, of: effects.length };
}

/**
 * Groups by how their figure changed, largest shrunken change first: each with its change, the change pulled towards the mean of all (Morris
 * 1983), whether it stands out from noise when all are judged together (Benjamini and Hochberg 1995 on p values of the normal), and the ranks it
 * may hold (Klein, Wright and Wieczorek 2020). Errors are those the 95% intervals imply, so a small group's t interval counts as wide as it is.
 * Changes without an interval are left out. Assumption: groups share nobody.
 */
export function rankMovers(groups: readonly { id: string; change: Change }[]): Ranked[] {
  const found = groups.flatMap(({ id, change }) => {
    const effect = effectOf(change);
    if (!effect || change.kind === "none" || !change.interval) return [];
    return [{ group: id, change: { ...change, interval: change.interval }, ...effect }];
  });
  const adjusted = adjustP(found.map(pOf), "benjamini_hochberg");
  const ranks = rankIntervals(found);
  const pooled = shrunkenEffects(found);
  const ranked = found.map(({ group, change, estimate }, index) => {
    const back = change.kind === "ratio" ? Math.exp : (value: number) => value;
    const own = pooled.kind === "shrunken" ? pooled.groups[index] : undefined;
    const p = adjusted[index] ?? 1;
    return {
      at: own?.shrunken ?? estimate,
      mover: {
        id: group,
        change: change.estimate,
        interval: change.interval,
        shrunken: own ? { value: back(own.shrunken), interval: [back(own.interval[0]), back(own.interval[1])] } : null,
        moved: p <= falseShare,
        adjustedP: p,
        rank: ranks[index]?.interval ?? [1, found.length],
      } satisfies Ranked,
    };
  });
  return ranked.toSorted((a, b) => b.at - a.at || (a.mover.id < b.mover.id ? -1 : 1)).map(({ mover }) => mover);
}
