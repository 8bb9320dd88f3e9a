import { betaKernel } from "./density-kernel";
import { betaQuantile, incompleteBeta } from "./incomplete-beta";
import type { Tails } from "./invert-tail";

/** P(X = events) of `trials` with the given probability. */
export function binomialDensity(events: number, trials: number, probability: number): number {
  if (events < 0 || events > trials) return 0;
  if (events === 0) return Math.exp(trials * Math.log1p(-probability));
  if (events === trials) return probability ** trials;
  return (betaKernel(probability, 1 - probability, events, trials - events) * trials) / (events * (trials - events));
}

/** P(X <= events) as `lower` and P(X > events) as `upper`. */
export function binomialTails(events: number, trials: number, probability: number): Tails {
  if (events < 0) return { lower: 0, upper: 1 };
  if (events >= trials) return { lower: 1, upper: 0 };
  const { lower, upper } = incompleteBeta(probability, 1 - probability, events + 1, trials - events);
  return { lower: upper, upper: lower };
}

/** Exact interval of a proportion (Clopper and Pearson 1934): trials > 0. */
export function clopperPearson(events: number, trials: number, confidence = 0.95): [number, number] {
  const outside = (1 - confidence) / 2;
  const below = { lower: outside, upper: 1 - outside };
  const above = { lower: 1 - outside, upper: outside };
  const low = events === 0 ? 0 : betaQuantile(below, events, trials - events + 1).x;
  const high = events === trials ? 1 : betaQuantile(above, events + 1, trials - events).x;
  return [low, high];
}

/**
 * Exact two-sided p of `events` in `trials` against a probability: all outcomes no likelier than the observed one,
 * as R's `binom.test` adds them up (with its relative slack of 1e-7 for ties).
 */
export function binomialTwoSidedP(events: number, trials: number, probability: number): number {
  const limit = binomialDensity(events, trials, probability) * (1 + 1e-7);
  const mean = trials * probability;
  if (events === mean) return 1;
  const isLow = events < mean;

  // Densities fall from the mean outwards, so the first outcome on the far side that is rare enough is found by halving.
  let near = isLow ? Math.ceil(mean) : Math.floor(mean);
  let far = isLow ? trials + 1 : -1;
  while (near !== far) {
    const middle = isLow ? Math.floor((near + far) / 2) : Math.ceil((near + far) / 2);
    if (binomialDensity(middle, trials, probability) <= limit) far = middle;
    else near = isLow ? middle + 1 : middle - 1;
  }
  const own = isLow
    ? binomialTails(events, trials, probability).lower
    : binomialTails(events - 1, trials, probability).upper;
  const other = isLow
    ? binomialTails(far - 1, trials, probability).upper
    : binomialTails(far, trials, probability).lower;
  return Math.min(1, own + other);
}
