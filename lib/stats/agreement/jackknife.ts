import { studentTQuantile } from "@/lib/stats/student-t";

type Options = { confidence?: number; least?: number };

/**
 * Interval of a coefficient of agreement by leaving one group of units out at a time (delete-a-group jackknife, Kott 2001; Wolter 2007, chapter 4):
 * variance (G - 1) / G x the squares of the G values about their mean, t with G - 1. Groups hold whole people, so that several behaviours of one
 * person are not taken for independent. Null under `least` groups and where a value is missing.
 */
export function jackknifeInterval<Row extends { group?: string }>(
  patterns: readonly Row[],
  coefficient: (some: readonly Row[]) => number | null,
  options: Options = {},
): [number, number] | null {
  const groups = [...new Set(patterns.map(({ group }) => group ?? ""))];
  const without = groups.map((group) => coefficient(patterns.filter((pattern) => (pattern.group ?? "") !== group)));
  return intervalOfLeftOut(coefficient(patterns), without, options);
}

/** As `jackknifeInterval`, from the value of the whole and those with each group (or each rater) left out. */
export function intervalOfLeftOut(
  whole: number | null,
  without: readonly (number | null)[],
  { confidence = 0.95, least = 5 }: Options = {},
): [number, number] | null {
  const count = without.length;
  const known = without.filter((value) => value !== null);
  if (whole === null || count < least || known.length < count) return null;
  const mean = known.reduce((sum, value) => sum + value, 0) / count;
  const variance = (known.reduce((sum, value) => sum + (value - mean) ** 2, 0) * (count - 1)) / count;
  const margin = studentTQuantile((1 + confidence) / 2, count - 1) * Math.sqrt(variance);
  return [whole - margin, Math.min(1, whole + margin)];
}
