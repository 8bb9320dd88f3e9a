/** Fewer points lie on a line too easily. */
const least = 4;

/** Pearson correlation of pairs of effects, one pair an initiative; null under four, or where one of them does not vary. */
export function correlationOf(
  pairs: readonly (readonly [number, number])[],
): { r: number; initiatives: number } | null {
  const count = pairs.length;
  if (count < least) return null;
  const mean = (at: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[at], 0) / count;
  const [x, y] = [mean(0), mean(1)];
  const sum = (of: (pair: readonly [number, number]) => number) => pairs.reduce((all, pair) => all + of(pair), 0);
  const [xx, yy] = [sum(([a]) => (a - x) ** 2), sum(([, b]) => (b - y) ** 2)];
  if (!(xx > 0 && yy > 0)) return null;
  return { r: sum(([a, b]) => (a - x) * (b - y)) / Math.sqrt(xx * yy), initiatives: count };
}
