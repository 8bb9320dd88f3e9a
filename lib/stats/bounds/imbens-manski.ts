import { normalCdf, normalQuantile } from "@/lib/stats/normal";

/** The ends of what the data allow, each with its standard error. */
export type Ends = { low: number; high: number; lowError: number; highError: number };

/**
 * Interval that holds the effect itself, wherever it lies between two estimated ends, with the asked confidence.
 *
 * Imbens and Manski (2004): ends -/+ C standard errors, C between the one-sided and the two-sided normal
 * quantile, from Phi(C + width / larger error) - Phi(-C) = confidence.
 */
export function imbensManski({ low, high, lowError, highError }: Ends, confidence: number): [number, number] {
  const larger = Math.max(lowError, highError);
  const gap = larger > 0 ? Math.max(0, high - low) / larger : Number.POSITIVE_INFINITY;
  let least = normalQuantile(confidence);
  let most = normalQuantile((1 + confidence) / 2);
  for (let step = 0; step < 60; step += 1) {
    const middle = (least + most) / 2;
    if (normalCdf(middle + gap) - normalCdf(-middle) < confidence) least = middle;
    else most = middle;
  }
  return [low - most * lowError, high + most * highError];
}
