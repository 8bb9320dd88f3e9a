/**
 * The smallest x at which a rising function reaches `target`: the one root finder of all planning. Null where it never does (up to
 * `start` x 2^60). `start` is a guess above 0; below `least` the function is not asked.
 *
 * Brackets by doubling and halving, then regula falsi with the Illinois rule (Dowell and Jarratt 1971) to double precision.
 */
export function firstReaching(
  achieved: (x: number) => number,
  target: number,
  start: number,
  least = 0,
): number | null {
  const gap = (x: number) => achieved(x) - target;
  let high = Math.max(start, least);
  let above = gap(high);
  let low = high;
  let below = above;
  for (let step = 0; above < 0; step += 1) {
    if (step === 60 || Number.isNaN(above)) return null;
    [low, below] = [high, above];
    high *= 2;
    above = gap(high);
  }
  for (let step = 0; below >= 0; step += 1) {
    if (step === 200) return low;
    if (low === least) return least;
    [high, above] = [low, below];
    low = Math.max(least, low / 2);
    below = gap(low);
  }
  if (!(below < 0 && above >= 0)) return null;

  for (let step = 0; step < 200 && above > 0 && high - low > 1e-14 * high; step += 1) {
    const guess = high - (above * (high - low)) / (above - below);
    const middle = guess > low && guess < high ? guess : (low + high) / 2;
    const there = gap(middle);
    if (there >= 0) {
      [high, above] = [middle, there];
      below /= 2;
    } else {
      [low, below] = [middle, there];
      above /= 2;
    }
  }
  return high;
}

/** A whole number of people that is enough: rounds up, but not for the rounding of a root. */
export function wholeNumber(x: number): number {
  return Math.ceil(x - 1e-9 * Math.abs(x));
}
