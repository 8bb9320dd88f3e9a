import { normalCdf, normalQuantile } from "@/lib/stats/normal";

/**
 * The quantile of |Z + shift| for a standard normal Z: the half-width, in standard errors, of an interval around an estimate
 * whose bias is at most `shift` standard errors (Armstrong and Kolesar 2018, cv_alpha).
 * For probabilities above one half the distribution is concave there, so Newton's method climbs to it from the one-sided quantile.
 */
export function foldedNormalQuantile(probability: number, shift: number): number {
  const bias = Math.abs(shift);
  const density = (z: number) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  let at = bias + normalQuantile(probability);
  for (let step = 0; step < 50; step += 1) {
    const missing = probability - (normalCdf(at - bias) - normalCdf(-at - bias));
    const move = missing / (density(at - bias) + density(at + bias));
    at += move;
    if (Math.abs(move) < 1e-12 * at) break;
  }
  return at;
}
