/**
 * The smallest bound (zero or more) at which the interval holds zero: how far the assumption may fail before the sign is open.
 * Zero where it holds zero already; null where no bound up to `most` does. Bisection to 1e-6 of the bound, from the first doubling of `scale`
 * that holds zero.
 */
export function breakEven(
  holdsZeroAt: (bound: number) => boolean,
  scale: number,
  most = scale * 2 ** 40,
): number | null {
  if (holdsZeroAt(0)) return 0;
  let low = 0;
  let high = scale;
  while (!holdsZeroAt(high)) {
    if (!(high < most)) return null;
    low = high;
    high *= 2;
  }
  while (high - low > 1e-6 * Math.max(high, 1e-6 * scale)) {
    const middle = (low + high) / 2;
    if (holdsZeroAt(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** Whether an interval holds zero. */
export function holdsZero([low, high]: readonly [number, number]): boolean {
  return low <= 0 && high >= 0;
}
