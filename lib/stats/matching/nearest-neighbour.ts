/** Positions of a treated person and the control matched to them. */
export type MatchedPair = { treated: number; control: number };

/**
 * One nearest neighbour on a distance (a propensity score or its logit), greedily: treated people in descending
 * distance, ties in the order of the rows; for each the closest control, ties to the first. Without replacement a
 * control serves once. A treated person without a control within `caliper` stays unmatched. Pairs in the order of the
 * treated rows. Rosenbaum and Rubin 1985.
 */
export function nearestNeighbour(
  distance: ArrayLike<number>,
  treated: ArrayLike<number>,
  { replacement, caliper = Number.POSITIVE_INFINITY }: { replacement: boolean; caliper?: number },
): MatchedPair[] {
  const people: number[] = [];
  const controls: number[] = [];
  for (let row = 0; row < treated.length; row += 1) (treated[row] === 1 ? people : controls).push(row);
  people.sort((left, right) => (distance[right] ?? 0) - (distance[left] ?? 0) || left - right);
  const used = new Set<number>();
  const pairs: MatchedPair[] = [];
  for (const person of people) {
    let closest = -1;
    let gap = Number.POSITIVE_INFINITY;
    for (const control of controls) {
      if (used.has(control)) continue;
      const next = Math.abs((distance[control] ?? 0) - (distance[person] ?? 0));
      if (next < gap && next <= caliper) [closest, gap] = [control, next];
    }
    if (closest < 0) continue;
    pairs.push({ treated: person, control: closest });
    if (!replacement) used.add(closest);
  }
  return pairs.sort((left, right) => left.treated - right.treated);
}
