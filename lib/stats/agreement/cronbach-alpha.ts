import type { NotEstimableReason } from "@/lib/stats/estimate";
import { fQuantile } from "@/lib/stats/f-quantile";
import type { JointMoments } from "@/lib/stats/joint-moments";

export type CronbachAlpha =
  | {
      kind: "agreement";
      method: "cronbach_alpha";
      value: number;
      /** If all items had the same spread; null where one has none. */
      standardised: number | null;
      interval: [number, number];
      confidence: number;
      /** Per item: its correlation with the sum of the others, and alpha without it; null where not defined. */
      items: { restCorrelation: number | null; alphaIfDropped: number | null }[];
      n: number;
    }
  | { kind: "not-estimable"; method: "cronbach_alpha"; reason: NotEstimableReason };

/**
 * Do the items of a scale measure one thing together (Cronbach 1951)? From the joint moments of the items; interval of Feldt
 * (1965). Assumption: people independent, items equally loaded; else it is a lower bound. Refuses under two items or people and
 * a sum that does not vary.
 */
export function cronbachAlpha({ n, covariance }: JointMoments, confidence = 0.95): CronbachAlpha {
  const method = "cronbach_alpha";
  const k = covariance.length;
  if (n < 2 || k < 2) return { kind: "not-estimable", method, reason: "too-few-people" };
  if (!covariance.flat().every(Number.isFinite)) return { kind: "not-estimable", method, reason: "not-finite" };
  const items = covariance.map((_, index) => index);
  const cell = (row: number, column: number) => covariance[row]?.[column] ?? 0;
  const alphaOf = (kept: number[]): number | null => {
    const own = kept.reduce((sum, item) => sum + cell(item, item), 0);
    const all = kept.reduce((sum, row) => kept.reduce((inner, column) => inner + cell(row, column), sum), 0);
    return kept.length < 2 || !(all > 0) ? null : (kept.length / (kept.length - 1)) * (1 - own / all);
  };
  const value = alphaOf(items);
  if (value === null) return { kind: "not-estimable", method, reason: "no-variation" };

  const tail = (1 - confidence) / 2;
  const [df1, df2] = [n - 1, (n - 1) * (k - 1)];
  const deviations = items.map((item) => Math.sqrt(cell(item, item)));
  const correlations = items.flatMap((row) =>
    items.slice(row + 1).map((column) => cell(row, column) / ((deviations[row] ?? 0) * (deviations[column] ?? 0))),
  );
  const mean = correlations.reduce((sum, correlation) => sum + correlation, 0) / correlations.length;
  const standardised = (k * mean) / (1 + (k - 1) * mean);
  return {
    kind: "agreement",
    method,
    value,
    standardised: Number.isFinite(standardised) ? standardised : null,
    interval: [1 - (1 - value) * fQuantile(1 - tail, df1, df2), 1 - (1 - value) * fQuantile(tail, df1, df2)],
    confidence,
    items: items.map((item) => {
      const others = items.filter((other) => other !== item);
      const shared = others.reduce((sum, other) => sum + cell(item, other), 0);
      const rest = others.reduce((sum, row) => others.reduce((inner, column) => inner + cell(row, column), sum), 0);
      const correlation = shared / Math.sqrt(cell(item, item) * rest);
      return {
        restCorrelation: Number.isFinite(correlation) ? correlation : null,
        alphaIfDropped: alphaOf(others),
      };
    }),
    n,
  };
}
