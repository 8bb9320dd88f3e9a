import type { NotEstimableReason } from "@/lib/stats/estimate";
import { momentsOf } from "@/lib/stats/moments";

/** Mean squares of the two-way layout subjects x raters, one rating each. */
export type RatingSquares = {
  subjects: number;
  raters: number;
  betweenSubjects: number;
  betweenRaters: number;
  withinSubjects: number;
  error: number;
};

/** From complete ratings (`ratings[s][r]`), each effect taken off before squaring, so a common level costs no digits. */
export function ratingSquares(ratings: readonly (readonly number[])[]): RatingSquares | { reason: NotEstimableReason } {
  const n = ratings.length;
  const k = ratings[0]?.length ?? 0;
  if (n < 2 || k < 2) return { reason: "too-few-people" };
  if (ratings.some((row) => row.length !== k || !row.every(Number.isFinite))) return { reason: "not-finite" };
  const rows = ratings.map((row) => momentsOf(row));
  const columns = Array.from({ length: k }, (_, rater) => momentsOf(ratings.map((row) => row[rater] ?? 0)));
  const rowMeans = momentsOf(rows.map(({ mean }) => mean));
  let residual = 0;
  for (const [subject, row] of ratings.entries()) {
    for (const [rater, rating] of row.entries()) {
      residual += (rating - (rows[subject]?.mean ?? 0) - ((columns[rater]?.mean ?? 0) - rowMeans.mean)) ** 2;
    }
  }
  return {
    subjects: n,
    raters: k,
    betweenSubjects: k * rowMeans.variance,
    betweenRaters: n * momentsOf(columns.map(({ mean }) => mean)).variance,
    withinSubjects: rows.reduce((sum, { variance }) => sum + variance, 0) / n,
    error: residual / ((n - 1) * (k - 1)),
  };
}
