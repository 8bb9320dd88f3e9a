import type { NotEstimableReason } from "@/lib/stats/estimate";
import { normalQuantile, normalTwoSidedP } from "@/lib/stats/normal";

/**
 * How near two different ratings count: `unweighted` not at all (nominal), `equal` 1 - |i - j| / (m - 1),
 * `squared` 1 - (i - j)^2 / (m - 1)^2, over the m categories in order.
 */
export type KappaWeights = "unweighted" | "equal" | "squared";

export type CohenKappa =
  | {
      kind: "agreement";
      method: `cohen_kappa_${KappaWeights}`;
      value: number;
      observed: number;
      expected: number;
      standardError: number;
      interval: [number, number];
      confidence: number;
      /** Of agreement no better than chance; null where chance leaves no variation. */
      null: { standardError: number; z: number; p: number } | null;
      /** Rated by both. */
      n: number;
      categories: number;
    }
  | { kind: "not-estimable"; method: string; reason: NotEstimableReason };

/**
 * Agreement of two raters beyond chance (Cohen 1960, 1968), large-sample errors of Fleiss, Cohen and Everitt (1969).
 *
 * `table[i][j]`: how many were rated i by the first and j by the second. SQL: `count(*)` grouped by both. Categories neither
 * rater used are left out, as they would change the weights. Assumption: those rated are independent, raters fixed.
 * Refuses nobody, and one category for all (chance alone gives full agreement).
 */
export function cohenKappa(
  table: readonly (readonly number[])[],
  weights: KappaWeights = "unweighted",
  confidence = 0.95,
): CohenKappa {
  const method = `cohen_kappa_${weights}` as const;
  const used = table.flatMap((row, index) => {
    const column = table.reduce((sum, other) => sum + (other[index] ?? 0), 0);
    return row.reduce((sum, value) => sum + value, 0) + column > 0 ? [index] : [];
  });
  const m = used.length;
  const counts = used.map((row) => used.map((column) => table[row]?.[column] ?? 0));
  const n = counts.flat().reduce((sum, value) => sum + value, 0);
  if (!Number.isFinite(n)) return { kind: "not-estimable", method, reason: "not-finite" };
  if (n === 0) return { kind: "not-estimable", method, reason: "too-few-people" };
  if (m < 2) return { kind: "not-estimable", method, reason: "no-variation" };

  const shares = counts.map((row) => row.map((value) => value / n));
  const first = shares.map((row) => row.reduce((sum, value) => sum + value, 0));
  const second = used.map((_, column) => shares.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  const weight = (i: number, j: number) => {
    if (weights === "unweighted") return i === j ? 1 : 0;
    const distance = Math.abs(i - j) / (m - 1);
    return 1 - (weights === "equal" ? distance : distance * distance);
  };
  const over = (term: (i: number, j: number) => number) =>
    used.reduce((sum, _, i) => used.reduce((inner, __, j) => inner + term(i, j), sum), 0);
  const chance = (i: number, j: number) => (first[i] ?? 0) * (second[j] ?? 0);

  const observed = over((i, j) => weight(i, j) * (shares[i]?.[j] ?? 0));
  const expected = over((i, j) => weight(i, j) * chance(i, j));
  const value = (observed - expected) / (1 - expected);
  const meanOfRow = used.map((_, i) => used.reduce((sum, __, j) => sum + weight(i, j) * (second[j] ?? 0), 0));
  const meanOfColumn = used.map((_, j) => used.reduce((sum, __, i) => sum + weight(i, j) * (first[i] ?? 0), 0));
  const means = (i: number, j: number) => (meanOfRow[i] ?? 0) + (meanOfColumn[j] ?? 0);
  const scale = n * (1 - expected) ** 2;
  const spread = over((i, j) => (shares[i]?.[j] ?? 0) * (weight(i, j) - means(i, j) * (1 - value)) ** 2);
  const standardError = Math.sqrt(Math.max(0, (spread - (value - expected * (1 - value)) ** 2) / scale));
  const nullSpread = over((i, j) => chance(i, j) * (weight(i, j) - means(i, j)) ** 2) - expected ** 2;
  const nullError = Math.sqrt(Math.max(0, nullSpread / scale));
  const margin = normalQuantile((1 + confidence) / 2) * standardError;
  return {
    kind: "agreement",
    method,
    value,
    observed,
    expected,
    standardError,
    interval: [value - margin, value + margin],
    confidence,
    null:
      nullError > 1e-12
        ? { standardError: nullError, z: value / nullError, p: normalTwoSidedP(value / nullError) }
        : null,
    n,
    categories: m,
  };
}
