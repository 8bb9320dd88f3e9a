import { chiSquareUpperTail } from "@/lib/stats/chi-square";
import type { NotEstimableReason } from "@/lib/stats/estimate";

export type Independence =
  | {
      kind: "test";
      method: "chi_square_pearson" | "chi_square_yates";
      statistic: number;
      degreesOfFreedom: number;
      p: number;
      /** Cramer's V: 0 no association, 1 complete; from the uncorrected statistic. */
      cramersV: number;
      /** Under about 5 the p value is rough; see `fisherExact` for two by two. */
      smallestExpected: number;
      n: number;
    }
  | { kind: "not-estimable"; method: string; reason: NotEstimableReason };

/**
 * Are two classifications of people independent? Pearson's chi-square (1900); with `correction` that of Yates (1934), for two
 * by two only. `table[row][column]`: people. Rows and columns without people are left out. Assumption: people independent.
 * Refuses under two rows or columns with people.
 */
export function independence(
  table: readonly (readonly number[])[],
  correction: "none" | "yates" = "none",
): Independence {
  const rowSums = table.map((row) => row.reduce((sum, value) => sum + value, 0));
  const columnSums = (table[0] ?? []).map((_, column) => table.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  const n = rowSums.reduce((sum, value) => sum + value, 0);
  const rows = rowSums.filter((sum) => sum > 0).length;
  const columns = columnSums.filter((sum) => sum > 0).length;
  const isYates = correction === "yates" && rows === 2 && columns === 2;
  const method = isYates ? "chi_square_yates" : "chi_square_pearson";
  if (!Number.isFinite(n)) return { kind: "not-estimable", method, reason: "not-finite" };
  if (rows < 2 || columns < 2) return { kind: "not-estimable", method, reason: "no-comparison" };

  let [plain, corrected, smallestExpected] = [0, 0, Number.POSITIVE_INFINITY];
  for (const [row, cells] of table.entries()) {
    for (const [column, sum] of columnSums.entries()) {
      const expected = ((rowSums[row] ?? 0) / n) * sum;
      if (expected === 0) continue;
      const gap = Math.abs((cells[column] ?? 0) - expected);
      smallestExpected = Math.min(smallestExpected, expected);
      plain += gap ** 2 / expected;
      corrected += (gap - Math.min(0.5, gap)) ** 2 / expected;
    }
  }
  const statistic = isYates ? corrected : plain;
  const degreesOfFreedom = (rows - 1) * (columns - 1);
  return {
    kind: "test",
    method,
    statistic,
    degreesOfFreedom,
    p: chiSquareUpperTail(statistic, degreesOfFreedom),
    cramersV: Math.sqrt(plain / n / (Math.min(rows, columns) - 1)),
    smallestExpected,
    n,
  };
}
