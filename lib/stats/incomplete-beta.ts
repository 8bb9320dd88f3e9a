import { continuedFraction } from "./continued-fraction";
import { betaKernel } from "./density-kernel";
import { invertTail, type Tails } from "./invert-tail";

function lowerTail(x: number, y: number, a: number, b: number): number {
  const fraction = continuedFraction(1, (index) => {
    const half = Math.floor(index / 2);
    const numerator =
      index % 2 === 0
        ? (half * (b - half) * x) / ((a + index - 1) * (a + index))
        : (-(a + half) * (a + b + half) * x) / ((a + index - 1) * (a + index));
    return [numerator, 1];
  });
  return betaKernel(x, y, a, b) / (a * fraction);
}

/**
 * Regularised incomplete beta function: both tails of Beta(a, b) at x, with y = 1 - x.
 *
 * Continued fraction of DLMF 8.17.22 on the side where it converges fast. The caller gives x and y
 * so that a tail next to 0 or 1 loses nothing; a, b > 0.
 */
export function incompleteBeta(x: number, y: number, a: number, b: number): Tails {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (y <= 0) return { lower: 1, upper: 0 };
  if (x * (a + b + 2) < a + 1) {
    const lower = lowerTail(x, y, a, b);
    return { lower, upper: 1 - lower };
  }
  const upper = lowerTail(y, x, b, a);
  return { lower: 1 - upper, upper };
}

/**
 * The point of Beta(a, b) with the given tails, as x and its complement 1 - x.
 *
 * Solved on the logit scale, where either tail is log-concave and Newton's method cannot diverge.
 */
export function betaQuantile(tails: Tails, a: number, b: number): { x: number; y: number } {
  if (tails.lower <= 0) return { x: 0, y: 1 };
  if (tails.upper <= 0) return { x: 1, y: 0 };
  const point = (logit: number) => ({ x: 1 / (1 + Math.exp(-logit)), y: 1 / (1 + Math.exp(logit)) });
  const logit = invertTail(tails, Math.log(a / b), (at) => {
    const { x, y } = point(at);
    return { ...incompleteBeta(x, y, a, b), density: betaKernel(x, y, a, b) };
  });
  return point(logit);
}
