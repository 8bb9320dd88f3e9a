import { continuedFraction } from "./continued-fraction";
import { gammaKernel } from "./density-kernel";
import { invertTail, type Tails } from "./invert-tail";

function lowerTail(x: number, a: number): number {
  let term = 1;
  let sum = 1;
  for (let next = a + 1; term > sum * 1e-17; next += 1) {
    term *= x / next;
    sum += term;
  }
  return (gammaKernel(x, a) * sum) / a;
}

function upperTail(x: number, a: number): number {
  const fraction = continuedFraction(x + 1 - a, (index) => [index * (a - index), x + 2 * index + 1 - a]);
  return gammaKernel(x, a) / fraction;
}

/**
 * Regularised incomplete gamma function: both tails of a gamma distribution with shape a and scale 1 at x.
 * Series below a + 1 (DLMF 8.11.4), continued fraction above (DLMF 8.9.2); a > 0.
 */
export function incompleteGamma(x: number, a: number): Tails {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  if (x < a + 1) {
    const lower = lowerTail(x, a);
    return { lower, upper: 1 - lower };
  }
  const upper = upperTail(x, a);
  return { lower: 1 - upper, upper };
}

/** The point of a gamma distribution (shape a, scale 1) with the given tails, solved on the log scale. */
export function gammaQuantile(tails: Tails, a: number): number {
  if (tails.lower <= 0) return 0;
  if (tails.upper <= 0) return Number.POSITIVE_INFINITY;
  const logarithm = invertTail(tails, Math.log(a), (at) => {
    const x = Math.exp(at);
    return { ...incompleteGamma(x, a), density: gammaKernel(x, a) };
  });
  return Math.exp(logarithm);
}
