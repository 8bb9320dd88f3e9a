/** Both tail probabilities of a distribution at one point; each keeps its own relative precision. */
export type Tails = { lower: number; upper: number };

const mostSteps = 200;

/**
 * The point whose tail probabilities are `wanted`, for a distribution with log-concave tails.
 *
 * Newton's method on the logarithm of the smaller tail: on a concave curve it overshoots at most once
 * and then closes in from one side, so it needs no bracket. `evaluate` returns both tails and the density.
 */
export function invertTail(
  wanted: Tails,
  start: number,
  evaluate: (at: number) => Tails & { density: number },
): number {
  const side = wanted.lower <= wanted.upper ? "lower" : "upper";
  const direction = side === "lower" ? 1 : -1;
  const target = Math.log(wanted[side]);
  let at = start;
  let lastStep = Number.POSITIVE_INFINITY;

  for (let step = 0; step < mostSteps; step += 1) {
    const { density, ...tails } = evaluate(at);
    const move = (direction * (target - Math.log(tails[side])) * tails[side]) / density;
    if (!Number.isFinite(move)) {
      lastStep /= 2;
      at -= lastStep;
      continue;
    }
    const isSettling = Math.abs(move) < 1e-9 * Math.max(1, Math.abs(at));
    if (move === 0 || (isSettling && Math.abs(move) >= Math.abs(lastStep) / 2)) return at;
    at += move;
    lastStep = move;
  }
  return at;
}
