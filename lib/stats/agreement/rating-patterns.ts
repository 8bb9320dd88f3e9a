/**
 * How many ratings of each level one unit has (`counts[l]` of level l), and how many units look like that. What SQL sends instead of ratings:
 * `count(*)` grouped by the counts. `group` names a part of the units that is independent of the others, for `jackknife`.
 */
export type RatingPattern = { counts: readonly number[]; units: number; group?: string };

/** Ratings of a unit that say something about agreement: two or more. */
export const ratingsOf = ({ counts }: RatingPattern): number => counts.reduce((sum, count) => sum + count, 0);

/** From ratings one by one (`units[u][r]`, levels from 1, null where there is none), all levels up to `levels` counting as possible. */
export function patternsOf(units: readonly (readonly (number | null)[])[], levels: number): RatingPattern[] {
  return units.map((unit) => ({
    counts: Array.from({ length: levels }, (_, index) => unit.filter((rating) => rating === index + 1).length),
    units: 1,
  }));
}

/** Of pairs of ratings of a unit: the share at the same level, and at most one apart. Each unit counts once, whatever its raters. Null without a pair. */
export function pairShares(
  patterns: readonly RatingPattern[],
): { exact: number; within: number; units: number } | null {
  let [units, exact, within] = [0, 0, 0];
  for (const pattern of patterns) {
    const size = ratingsOf(pattern);
    if (size < 2) continue;
    const pairs = size * (size - 1);
    const { counts } = pattern;
    const same = counts.reduce((sum, count) => sum + count * (count - 1), 0);
    const next = counts.reduce((sum, count, level) => sum + 2 * count * (counts[level + 1] ?? 0), 0);
    units += pattern.units;
    exact += (pattern.units * same) / pairs;
    within += (pattern.units * (same + next)) / pairs;
  }
  return units === 0 ? null : { exact: exact / units, within: within / units, units };
}
