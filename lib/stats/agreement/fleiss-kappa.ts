import type { NotEstimableReason } from "@/lib/stats/estimate";
import { momentsOf } from "@/lib/stats/moments";
import { normalTwoSidedP } from "@/lib/stats/normal";

export type FleissKappa =
  | {
      kind: "agreement";
      method: "fleiss_kappa";
      value: number;
      /** Of agreement no better than chance (Fleiss, Nee and Landis 1979). */
      null: { standardError: number; z: number; p: number };
      /** With each rater's own use of the categories (Conger 1980): for the same raters throughout. */
      conger: number;
      /** One per category used, in the order of its number. */
      categories: { category: number; value: number; z: number }[];
      subjects: number;
      raters: number;
    }
  | { kind: "not-estimable"; method: "fleiss_kappa"; reason: NotEstimableReason };

/**
 * Agreement of several raters on categories without order (Fleiss 1971). `ratings[s][r]`: category (any number) given to subject
 * s by rater r; every subject rated by the same number of raters. Assumption: subjects independent. Refuses under two raters or
 * subjects, rows of different length, and one category for all.
 */
export function fleissKappa(ratings: readonly (readonly number[])[]): FleissKappa {
  const method = "fleiss_kappa";
  const subjects = ratings.length;
  const raters = ratings[0]?.length ?? 0;
  const refuse = (reason: NotEstimableReason): FleissKappa => ({ kind: "not-estimable", method, reason });
  if (subjects < 2 || raters < 2) return refuse("too-few-people");
  if (ratings.some((row) => row.length !== raters || !row.every(Number.isFinite))) return refuse("not-finite");
  const names = [...new Set(ratings.flat())].sort((left, right) => left - right);
  if (names.length < 2) return refuse("no-variation");

  const pairs = raters * (raters - 1);
  const total = subjects * raters;
  const counts = ratings.map((row) => names.map((name) => row.filter((rating) => rating === name).length));
  const squares = names.map((_, column) => counts.reduce((sum, row) => sum + (row[column] ?? 0) ** 2, 0));
  const shares = names.map((_, column) => counts.reduce((sum, row) => sum + (row[column] ?? 0), 0) / total);
  const agreeing = (squares.reduce((sum, value) => sum + value, 0) - total) / (subjects * pairs);
  const chance = shares.reduce((sum, share) => sum + share * share, 0);
  const value = (agreeing - chance) / (1 - chance);

  const mixed = shares.reduce((sum, share) => sum + share * (1 - share), 0);
  const skewed = shares.reduce((sum, share) => sum + share * (1 - share) * (1 - 2 * share), 0);
  const standardError = Math.sqrt((2 / (mixed ** 2 * subjects * pairs)) * (mixed ** 2 - skewed));
  const ofCategory = Math.sqrt(2 / (subjects * pairs));
  const differing = names.reduce((sum, name) => {
    const use = Array.from(
      { length: raters },
      (_, rater) => ratings.filter((row) => row[rater] === name).length / subjects,
    );
    return sum + momentsOf(use).variance / raters;
  }, 0);
  const congerChance = chance - differing;
  return {
    kind: "agreement",
    method,
    value,
    null: { standardError, z: value / standardError, p: normalTwoSidedP(value / standardError) },
    conger: (agreeing - congerChance) / (1 - congerChance),
    categories: names.map((category, column) => {
      const share = shares[column] ?? 0;
      const agreed = ((squares[column] ?? 0) - total * share) / (subjects * pairs * share);
      const kappa = (agreed - share) / (1 - share);
      return { category, value: kappa, z: kappa / ofCategory };
    }),
    subjects,
    raters,
  };
}
