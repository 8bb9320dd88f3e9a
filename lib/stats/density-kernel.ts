import { stirlingError } from "./log-gamma";

/** observed * log(observed / expected) + expected - observed, without cancellation when the two are close. */
function deviance(observed: number, expected: number): number {
  const gap = observed - expected;
  const total = observed + expected;
  if (Math.abs(gap) >= 0.1 * total) return observed * Math.log(observed / expected) - gap;

  const ratio = gap / total;
  let sum = gap * ratio;
  let term = 2 * observed * ratio;
  for (let odd = 3; ; odd += 2) {
    term *= ratio * ratio;
    const next = sum + term / odd;
    if (!(Math.abs(next - sum) > 0)) return sum;
    sum = next;
  }
}

/**
 * x^a y^b / B(a, b) with y = 1 - x: the beta density times x y.
 *
 * Saddle-point form of Loader (2000), "Fast and accurate computation of binomial probabilities":
 * full relative precision also for a and b in the millions. Both x and y are taken so that neither is rounded.
 */
export function betaKernel(x: number, y: number, a: number, b: number): number {
  if (x <= 0 || y <= 0) return 0;
  const n = a + b;
  const exponent = stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x) - deviance(b, n * y);
  return Math.sqrt((a / n) * (b / (2 * Math.PI))) * Math.exp(exponent);
}

/** x^a exp(-x) / gamma(a): the gamma density times x, in the same saddle-point form. */
export function gammaKernel(x: number, a: number): number {
  if (x <= 0) return 0;
  return Math.sqrt(a / (2 * Math.PI)) * Math.exp(-stirlingError(a) - deviance(a, x));
}
