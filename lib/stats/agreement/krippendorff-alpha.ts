import type { NotEstimableReason } from "@/lib/stats/estimate";

/** How far two ratings are apart; ratio needs ratings that are not negative. */
export type RatingScale = "nominal" | "ordinal" | "interval" | "ratio";

export type KrippendorffAlpha =
  | {
      kind: "agreement";
      method: `krippendorff_alpha_${RatingScale}`;
      value: number;
      units: number;
      /** Units with at least two ratings: the others cannot agree or differ. */
      pairableUnits: number;
      ratings: number;
      /**
       * What R's `irr::kripp.alpha` gives. Where no rating is missing it does not divide the pairs of a unit by raters - 1, and so
       * lands a little lower; with gaps it is the same.
       */
      asIrr: number;
    }
  | { kind: "not-estimable"; method: string; reason: NotEstimableReason };

/**
 * Reliability of ratings by any number of raters, with gaps (Krippendorff 2011, "Computing Krippendorff's alpha-reliability"):
 * 1 - observed over expected disagreement, from the coincidences of values within units. `units[u][r]`: rating of unit u by
 * rater r, null where there is none. Assumption: raters are interchangeable, units independent. Refuses no unit with two ratings
 * and ratings that are all the same.
 */
export function krippendorffAlpha(
  units: readonly (readonly (number | null)[])[],
  scale: RatingScale,
): KrippendorffAlpha {
  const method = `krippendorff_alpha_${scale}` as const;
  const rated = units.map((unit) => unit.filter((rating) => rating !== null)).filter((unit) => unit.length > 1);
  if (rated.length === 0) return { kind: "not-estimable", method, reason: "too-few-people" };
  if (!rated.flat().every(Number.isFinite)) return { kind: "not-estimable", method, reason: "not-finite" };
  const values = [...new Set(rated.flat())].sort((left, right) => left - right);
  if (values.length < 2) return { kind: "not-estimable", method, reason: "no-variation" };

  const placeOf = new Map(values.map((value, place) => [value, place]));
  const places = rated.map((unit) => unit.map((rating) => placeOf.get(rating) ?? 0));
  const counts = values.map(() => 0);
  for (const place of places.flat()) counts[place] = (counts[place] ?? 0) + 1;
  const distances = distanceTable(values, counts, scale);
  const distance = (left: number, right: number) => distances[left]?.[right] ?? 0;

  const total = rated.flat().length;
  let observed = 0;
  for (const unit of places) {
    const sum = unit.reduce((outer, left) => unit.reduce((inner, right) => inner + distance(left, right), outer), 0);
    observed += sum / (unit.length - 1);
  }
  const expected =
    counts.reduce(
      (outer, some, left) =>
        counts.reduce((inner, other, right) => inner + some * other * distance(left, right), outer),
      0,
    ) /
    (total - 1);
  const raters = Math.max(...units.map((unit) => unit.length));
  const hasGaps = rated.length < units.length || rated.some((unit) => unit.length < raters);
  const pairs = hasGaps ? total : total * (raters - 1);
  const disagreement = observed / expected;
  return {
    kind: "agreement",
    method,
    value: 1 - disagreement,
    units: units.length,
    pairableUnits: rated.length,
    ratings: total,
    asIrr: 1 - (disagreement * (1 - 1 / pairs)) / (1 - 1 / total),
  };
}

/** How far apart values are, in their ascending order. Ordinal: by the ratings that lie between, both ends counted half. */
function distanceTable(values: readonly number[], counts: readonly number[], scale: RatingScale): number[][] {
  let below = 0;
  const middles = counts.map((count) => {
    below += count;
    return below - count / 2;
  });
  return values.map((a, left) =>
    values.map((b, right) => {
      if (scale === "nominal") return left === right ? 0 : 1;
      if (scale === "interval") return (a - b) ** 2;
      if (scale === "ratio") return a + b === 0 ? 0 : ((a - b) / (a + b)) ** 2;
      return ((middles[left] ?? 0) - (middles[right] ?? 0)) ** 2;
    }),
  );
}
