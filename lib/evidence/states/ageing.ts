/** Half-lives after which a rating weighs nothing: less than a millionth is left of it by then. */
export const mostHalfLives = 20;

/** What is left of a rating after so many days: one half for each half-life. A day before it happened counts as the day itself. */
export function ageWeight(days: number, halfLifeDays: number): number {
  if (days <= 0) return 1;
  return days > mostHalfLives * halfLifeDays ? 0 : 0.5 ** (days / halfLifeDays);
}
