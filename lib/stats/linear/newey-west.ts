import { rowProducts, type Slopes } from "./slopes";

/** The usual lag for n periods: 4 (n / 100)^(2/9), rounded down (Newey and West 1994). */
export function usualLag(n: number): number {
  return Math.floor(4 * (n / 100) ** (2 / 9));
}

/**
 * Standard error of the slope at `position`, rows being successive periods whose errors are alike over up to `lag`
 * periods: Bartlett weights 1 - l / (lag + 1), no prewhitening, factor n / (n - k) (Newey and West 1987; R's
 * `NeweyWest(prewhite = FALSE, adjust = TRUE)`). Null without degrees of freedom.
 */
export function neweyWestError(
  { directions, residuals, n, coefficients }: Slopes,
  position: number,
  lag: number,
): number | null {
  const direction = directions[position];
  if (direction === undefined || n <= coefficients) return null;
  const scores = Float64Array.from(direction, (value, row) => value * (residuals[row] ?? 0));
  let variance = rowProducts(scores, scores);
  for (let back = 1; back <= Math.min(lag, n - 1); back += 1) {
    const lagged = rowProducts(scores.subarray(back), scores.subarray(0, n - back));
    variance += 2 * (1 - back / (lag + 1)) * lagged;
  }
  return Math.sqrt(Math.max(0, (variance * n) / (n - coefficients)));
}
