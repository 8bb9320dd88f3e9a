import { seededRandom } from "@/lib/stats/random";
import { krippendorffAlpha, type RatingScale } from "./krippendorff-alpha";

export type KrippendorffInterval = {
  interval: [number, number];
  confidence: number;
  draws: number;
  /** Draws in which all ratings were the same, so that alpha has no value; left out. */
  withoutValue: number;
  seed: number;
};

/**
 * Percentile interval of Krippendorff's alpha: units drawn again with replacement (Zapf et al. 2016). The same seed gives the same
 * digits. Assumption: units are independent. Null where alpha is not estimable or fewer than half of the draws have a value.
 */
export function krippendorffInterval(
  units: readonly (readonly (number | null)[])[],
  scale: RatingScale,
  { seed, draws = 999, confidence = 0.95 }: { seed: number; draws?: number; confidence?: number },
): KrippendorffInterval | null {
  const pairable = units.filter((unit) => unit.filter((rating) => rating !== null).length > 1);
  if (krippendorffAlpha(pairable, scale).kind === "not-estimable") return null;
  const random = seededRandom(seed);
  const values: number[] = [];
  for (let draw = 0; draw < draws; draw += 1) {
    const drawn = pairable.map(() => pairable[Math.floor(random.uniform() * pairable.length)] ?? []);
    const result = krippendorffAlpha(drawn, scale);
    if (result.kind === "agreement") values.push(result.value);
  }
  if (2 * values.length < draws) return null;
  const sorted = values.sort((left, right) => left - right);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return {
    interval: [at((1 - confidence) / 2), at((1 + confidence) / 2)],
    confidence,
    draws,
    withoutValue: draws - values.length,
    seed,
  };
}
