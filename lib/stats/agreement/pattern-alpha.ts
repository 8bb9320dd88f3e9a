import { type RatingPattern, ratingsOf } from "./rating-patterns";

/**
 * Krippendorff's alpha from patterns of units: the same value as `krippendorffAlpha` of the ratings one by one, for as many units as SQL can count.
 * Ordinal by the ratings that lie between two levels, interval by the squared distance (Krippendorff 2011). Null without a unit with two ratings and
 * where all ratings are the same.
 */
export function patternAlpha(patterns: readonly RatingPattern[], scale: "ordinal" | "interval"): number | null {
  const rated = patterns.filter((pattern) => ratingsOf(pattern) > 1);
  const levels = Math.max(0, ...rated.map(({ counts }) => counts.length));
  const places = Array.from({ length: levels }, (_, level) => level);
  const totals = places.map((level) => rated.reduce((sum, { counts, units }) => sum + units * (counts[level] ?? 0), 0));
  const all = totals.reduce((sum, total) => sum + total, 0);
  let below = 0;
  const middles = totals.map((total) => {
    below += total;
    return below - total / 2;
  });
  const distance = (left: number, right: number) =>
    scale === "interval" ? (left - right) ** 2 : ((middles[left] ?? 0) - (middles[right] ?? 0)) ** 2;
  const over = (counts: readonly number[]) =>
    places.reduce((sum, left) => {
      const own = counts[left] ?? 0;
      return own === 0
        ? sum
        : places.reduce((inner, right) => inner + own * (counts[right] ?? 0) * distance(left, right), sum);
    }, 0);
  const observed = rated.reduce(
    (sum, pattern) => sum + (pattern.units * over(pattern.counts)) / (ratingsOf(pattern) - 1),
    0,
  );
  const expected = over(totals) / (all - 1);
  return expected > 0 ? 1 - observed / expected : null;
}
