/** One rating somebody who sees the work has given. `weight` is what the organisation's rules count its source. */
export type SeenRating = { level: number; daysAgo: number; weight: number };

/** Variance of a level nobody knows anything about: the levels 1 to 5, each as likely as the others. */
const priorVariance = 2;

/**
 * How far, in levels, what has been seen of a behaviour may be from the truth: the standard error of a mean that starts from one
 * rating's worth of knowing nothing. A rating is worth its source's weight, halved for every half-life it is old.
 *
 *     u = sqrt((2 + n d) / (1 + n)^2),  n the ratings' worth, d their weighted variance
 *
 * The pooled variance (2 + n d) / (1 + n) over 1 + n. Falls with every fresh rating that agrees, rises as ratings age (for any d that
 * levels 1 to 5 can have) and as they move apart; the square root of 2 where nobody has seen anything.
 */
export function uncertainty(ratings: readonly SeenRating[], halfLifeDays: number): number {
  const worth = ratings.map(({ daysAgo, weight }) => weight * 0.5 ** (Math.max(0, daysAgo) / halfLifeDays));
  const n = worth.reduce((sum, one) => sum + one, 0);
  if (n === 0) return Math.sqrt(priorVariance);
  const mean = ratings.reduce((sum, { level }, at) => sum + (worth[at] ?? 0) * level, 0) / n;
  const apart = ratings.reduce((sum, { level }, at) => sum + (worth[at] ?? 0) * (level - mean) ** 2, 0);
  return Math.sqrt(priorVariance + apart) / (1 + n);
}
