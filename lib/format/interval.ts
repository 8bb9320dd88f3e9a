export type Interval = readonly [low: number, high: number];

/**
 * Decimals an estimate deserves: as many as its 95 % interval can carry. One significant digit of the half-width, two where that
 * digit is a 1 or a 2, so that rounding never moves an end by more than a sixth of the half-width.
 */
export function decimalsOf([low, high]: Interval, most = 6): number {
  const half = Math.abs(high - low) / 2;
  if (half === 0) return 2;
  const magnitude = Math.floor(Math.log10(half));
  const leading = half / 10 ** magnitude;
  return Math.min(most, Math.max(0, -magnitude + (leading < 3 ? 1 : 0)));
}
