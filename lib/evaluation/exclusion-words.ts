type Rule = { column?: unknown; in?: unknown; below?: unknown; above?: unknown };

/** `Trainee or Temp`, `below 3`, `above 12`: what a plan leaves out of a column. */
export function exclusionWords({ in: values, below, above }: Rule): string {
  if (Array.isArray(values)) return values.join(" or ");
  return below === undefined ? `above ${above}` : `below ${below}`;
}
