import type { Slopes } from "./slopes";

/**
 * Standard error of the slope at `position`, rows of one cluster alike: CR1 = G / (G - 1) x (N - 1) / (N - K) times
 * the cluster sandwich (Liang and Zeger 1986; Stata's factor). `clusters[i]` names the cluster of row i. Null under
 * two clusters or without degrees of freedom.
 */
export function clusteredError(
  { directions, residuals, n, coefficients }: Slopes,
  position: number,
  clusters: readonly (string | number)[],
): { standardError: number; clusters: number } | null {
  const direction = directions[position];
  const scores = new Map<string | number, number>();
  for (const [row, cluster] of clusters.entries()) {
    scores.set(cluster, (scores.get(cluster) ?? 0) + (direction?.[row] ?? 0) * (residuals[row] ?? 0));
  }
  const count = scores.size;
  if (direction === undefined || count < 2 || n <= coefficients) return null;
  let sum = 0;
  for (const score of scores.values()) sum += score * score;
  return {
    standardError: Math.sqrt((count / (count - 1)) * ((n - 1) / (n - coefficients)) * sum),
    clusters: count,
  };
}
