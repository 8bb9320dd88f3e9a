const tails = [0.025, 0.975] as const;

/** Where 95 % of the draws lie: quantiles of type 7. */
export function intervalOf(draws: Float64Array): [number, number] {
  const sorted = Float64Array.from(draws).sort();
  const at = (probability: number) => {
    const position = probability * (sorted.length - 1);
    const below = Math.floor(position);
    const [low = 0, high = low] = [sorted[below], sorted[below + 1]];
    return low + (position - below) * (high - low);
  };
  return [at(tails[0]), at(tails[1])];
}
