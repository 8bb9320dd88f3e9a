import { jointMomentsOf } from "@/lib/stats/joint-moments";
import { type ClusterSystem, type Cr2, cr2 } from "./cr2";
import type { Slopes } from "./slopes";

/** CR2 error and degrees of freedom of the slope at `position` from rows; `regressors` as given to `fitSlopes`. */
export function cr2OfRows(
  slopes: Slopes,
  position: number,
  regressors: readonly (readonly number[])[],
  clusters: readonly (string | number)[],
): Cr2 | null {
  const columns = slopes.kept.map((index) => regressors[index] ?? []);
  const { means } = jointMomentsOf(columns);
  const size = columns.length + 1;
  const systems = new Map<string | number, ClusterSystem & { gram: number[][]; score: number[] }>();
  const total = empty(size);
  for (const [row, cluster] of clusters.entries()) {
    const system = systems.get(cluster) ?? { gram: empty(size), score: new Array<number>(size).fill(0) };
    systems.set(cluster, system);
    const values = [1, ...columns.map((column, index) => (column[row] ?? 0) - (means[index] ?? 0))];
    for (const [left, value] of values.entries()) {
      system.score[left] = (system.score[left] ?? 0) + value * (slopes.residuals[row] ?? 0);
      for (const [right, other] of values.entries()) {
        add(system.gram, left, right, value * other);
        add(total, left, right, value * other);
      }
    }
  }
  return cr2(
    total,
    [...systems.values()],
    Array.from({ length: size }, (_, index) => (index === position + 1 ? 1 : 0)),
  );
}

function empty(size: number): number[][] {
  return Array.from({ length: size }, () => new Array<number>(size).fill(0));
}

function add(matrix: number[][], row: number, column: number, value: number): void {
  const cells = matrix[row];
  if (cells) cells[column] = (cells[column] ?? 0) + value;
}
