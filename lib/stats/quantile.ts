/** The nine definitions of Hyndman and Fan (1996); 7 is the default of R, Excel and `percentile_cont`. */
export type QuantileType = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

const slack = 4 * Number.EPSILON;

/** Plotting position (a = b) of the continuous types. */
const plottingPosition: Record<4 | 5 | 6 | 7 | 8 | 9, [number, number]> = {
  4: [0, 1],
  5: [0.5, 0.5],
  6: [0, 0],
  7: [1, 1],
  8: [1 / 3, 1 / 3],
  9: [3 / 8, 3 / 8],
};

/** The quantile at `probability` (0 to 1) of values in any order; null where there are none. */
export function quantile(values: ArrayLike<number>, probability: number, type: QuantileType = 7): number | null {
  return sortedQuantile(Float64Array.from(values).sort(), probability, type);
}

/** The same of values that stand in ascending order already, for whoever asks for several. */
export function sortedQuantile(sorted: ArrayLike<number>, probability: number, type: QuantileType = 7): number | null {
  const n = sorted.length;
  const at = (rank: number) => sorted[Math.min(n, Math.max(1, rank)) - 1] ?? 0;
  if (n === 0) return null;

  if (type <= 3) {
    const position = n * probability - (type === 3 ? 0.5 : 0);
    const rank = Math.floor(position + slack);
    const isBetween = position - rank > slack;
    if (isBetween) return at(rank + 1);
    if (type === 2) return (at(rank) + at(rank + 1)) / 2;
    return type === 3 && rank % 2 !== 0 ? at(rank + 1) : at(rank);
  }

  const [a, b] = plottingPosition[type as keyof typeof plottingPosition];
  const position = a + probability * (n + 1 - a - b);
  const rank = Math.floor(position + slack);
  const weight = position - rank;
  if (Math.abs(weight) < slack) return at(rank);
  return at(rank) + weight * (at(rank + 1) - at(rank));
}
