import type { NotEstimableReason } from "@/lib/stats/estimate";
import { type RatingPattern, ratingsOf } from "./rating-patterns";

export type AgreementWeights = "unweighted" | "equal" | "squared";

export type GwetAc2 =
  | {
      kind: "agreement";
      method: `gwet_ac2_${AgreementWeights}`;
      value: number;
      observed: number;
      expected: number;
      /** Of the subjects being a sample, raters fixed (Gwet 2008). */
      standardError: number;
      units: number;
    }
  | { kind: "not-estimable"; method: string; reason: NotEstimableReason };

/**
 * Agreement beyond chance that does not collapse where most ratings lie at one level, as kappa and alpha do (Gwet 2008; weighted, with gaps: Gwet 2014,
 * "Handbook of Inter-Rater Reliability", 4th edition, section 2.4 and chapter 3). Chance is taken to strike only where ratings are hard: T / (q (q - 1)) x sum pi (1 - pi),
 * T the sum of the weights, over all q levels that could be chosen, used or not. Unweighted it is AC1.
 *
 * Assumption: units independent. Units with one rating count for how often levels are used, not for agreement. Refuses no unit with two ratings and
 * fewer than two levels. Equals `irrCAC::gwet.ac1.raw`.
 */
export function gwetAc2(patterns: readonly RatingPattern[], weights: AgreementWeights = "squared"): GwetAc2 {
  const method = `gwet_ac2_${weights}` as const;
  const rated = patterns.filter((pattern) => ratingsOf(pattern) > 0);
  const pairable = rated.filter((pattern) => ratingsOf(pattern) > 1);
  const levels = Math.max(0, ...rated.map(({ counts }) => counts.length));
  const sumOf = (some: readonly RatingPattern[]) => some.reduce((sum, { units }) => sum + units, 0);
  const [units, paired] = [sumOf(rated), sumOf(pairable)];
  if (paired === 0) return { kind: "not-estimable", method, reason: "too-few-people" };
  if (levels < 2) return { kind: "not-estimable", method, reason: "no-variation" };

  const weight = (left: number, right: number) => {
    if (weights === "unweighted") return left === right ? 1 : 0;
    const distance = Math.abs(left - right) / (levels - 1);
    return 1 - (weights === "equal" ? distance : distance * distance);
  };
  const places = Array.from({ length: levels }, (_, level) => level);
  const allWeights = places.reduce((sum, left) => places.reduce((inner, right) => inner + weight(left, right), sum), 0);
  const shares = places.map(
    (level) =>
      rated.reduce((sum, pattern) => sum + (pattern.units * (pattern.counts[level] ?? 0)) / ratingsOf(pattern), 0) /
      units,
  );
  const agreeing = (pattern: RatingPattern): number => {
    const size = ratingsOf(pattern);
    const { counts } = pattern;
    const sum = places.reduce((outer, level) => {
      const near = places.reduce((inner, other) => inner + weight(level, other) * (counts[other] ?? 0), 0);
      return outer + (counts[level] ?? 0) * (near - 1);
    }, 0);
    return sum / (size * (size - 1));
  };
  const spread = allWeights / (levels * (levels - 1));
  const expected = spread * shares.reduce((sum, share) => sum + share * (1 - share), 0);
  const observed = pairable.reduce((sum, pattern) => sum + pattern.units * agreeing(pattern), 0) / paired;
  const value = (observed - expected) / (1 - expected);

  const squares = rated.reduce((sum, pattern) => {
    const size = ratingsOf(pattern);
    const own = size > 1 ? ((units / paired) * (agreeing(pattern) - expected)) / (1 - expected) : 0;
    const chance =
      spread *
      places.reduce((inner, level) => inner + ((1 - (shares[level] ?? 0)) * (pattern.counts[level] ?? 0)) / size, 0);
    const linear = own - (2 * (1 - value) * (chance - expected)) / (1 - expected);
    return sum + pattern.units * (linear - value) ** 2;
  }, 0);
  const standardError = units > 1 ? Math.sqrt(squares / (units * (units - 1))) : Number.NaN;
  return { kind: "agreement", method, value, observed, expected, standardError, units: paired };
}
