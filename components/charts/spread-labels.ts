/** Moves labels apart so that none stands on another, as little as possible from where they belong. Order is kept. */
export function spreadLabels(wanted: readonly number[], gap: number, low: number, high: number): number[] {
  const order = wanted.map((at, index) => ({ at, index })).sort((a, b) => a.at - b.at);
  const placed = order.map(({ at }) => Math.min(Math.max(at, low), high));
  for (let index = 1; index < placed.length; index++) {
    placed[index] = Math.max(placed[index] ?? 0, (placed[index - 1] ?? 0) + gap);
  }
  const over = (placed.at(-1) ?? 0) - high;
  if (over > 0) {
    placed[placed.length - 1] = high;
    for (let index = placed.length - 2; index >= 0; index--) {
      placed[index] = Math.min(placed[index] ?? 0, (placed[index + 1] ?? 0) - gap);
    }
  }
  const result = new Array<number>(wanted.length).fill(0);
  order.forEach(({ index }, place) => {
    result[index] = placed[place] ?? 0;
  });
  return result;
}
