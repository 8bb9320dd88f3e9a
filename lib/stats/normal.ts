import { incompleteGamma } from "./incomplete-gamma";

/** P(Z <= z) of the standard normal, precise in relative terms down to the smallest double. */
export function normalCdf(z: number): number {
  const { lower, upper } = incompleteGamma((z * z) / 2, 0.5);
  return z < 0 ? upper / 2 : 0.5 + lower / 2;
}

/** P(|Z| >= |z|) of the standard normal. */
export function normalTwoSidedP(z: number): number {
  return incompleteGamma((z * z) / 2, 0.5).upper;
}

/** Density of the standard normal. */
function normalDensity(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}

/**
 * The z with P(Z <= z) = p. Infinite at 0 and 1.
 *
 * Starts from Abramowitz and Stegun 26.2.23 (error 4.5e-4) and takes Newton steps on the log of the tail.
 */
export function normalQuantile(p: number): number {
  if (p <= 0) return Number.NEGATIVE_INFINITY;
  if (p >= 1) return Number.POSITIVE_INFINITY;
  if (p > 0.5) return -normalQuantile(1 - p);
  if (p === 0.5) return 0;

  const t = Math.sqrt(-2 * Math.log(p));
  const numerator = 2.515517 + t * (0.802853 + t * 0.010328);
  const denominator = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
  let z = numerator / denominator - t;
  for (let step = 0; step < 4; step += 1) {
    const tail = normalCdf(z);
    z += ((Math.log(p) - Math.log(tail)) * tail) / normalDensity(z);
  }
  return z;
}
