type Groups = { ids: ArrayLike<number>; count: number };

const mostRounds = 1000;
const done = 1e-12;

/**
 * What is left of values when the mean of each person and of each period is taken out, also where pairs are missing: both means are
 * removed in turn until nothing moves (alternating projections, Guimaraes and Portugal 2010). Values are in the unit given, in the order given.
 */
export function twoWayResiduals(values: readonly number[], people: Groups, periods: Groups): Float64Array {
  const rest = Float64Array.from(values);
  const size = rest.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  for (let round = 0; round < mostRounds; round += 1) {
    const moved = Math.max(removeMeans(rest, people), removeMeans(rest, periods));
    if (moved <= done * size) break;
  }
  return rest;
}

/** Takes the mean of each group out of its values; returns the largest of these means. */
function removeMeans(values: Float64Array, { ids, count }: Groups): number {
  const sums = new Float64Array(count);
  const sizes = new Float64Array(count);
  for (let at = 0; at < values.length; at += 1) {
    const group = ids[at] ?? 0;
    sums[group] = (sums[group] ?? 0) + (values[at] ?? 0);
    sizes[group] = (sizes[group] ?? 0) + 1;
  }
  let largest = 0;
  for (let group = 0; group < count; group += 1) {
    const mean = (sums[group] ?? 0) / Math.max(1, sizes[group] ?? 0);
    sums[group] = mean;
    largest = Math.max(largest, Math.abs(mean));
  }
  for (let at = 0; at < values.length; at += 1) values[at] = (values[at] ?? 0) - (sums[ids[at] ?? 0] ?? 0);
  return largest;
}
