/**
 * People of both arms in memory: `treated[i]` is 1 or 0, `outcome[i]` in its unit, `covariates[j][i]` measured before
 * exposure. `clusters[i]` names what people of one cluster share; absent, people are independent.
 */
export type ComparedRows = {
  treated: ArrayLike<number>;
  outcome: ArrayLike<number>;
  covariates: readonly (readonly number[])[];
  clusters?: readonly (string | number)[];
};

/** People per arm. */
export function countArms(treated: ArrayLike<number>): { treated: number; control: number } {
  let count = 0;
  for (let row = 0; row < treated.length; row += 1) if (treated[row] === 1) count += 1;
  return { treated: count, control: treated.length - count };
}

/**
 * The error of a sum of influences: squares added up, by cluster where clusters are given, times G / (G - 1). Null
 * under two independent units. For independent people it is the standard deviation of influences x n over root n.
 */
export function influenceError(
  influence: Float64Array,
  clusters?: readonly (string | number)[],
): { standardError: number; independent: number } | null {
  const sums = new Map<string | number, number>();
  for (const [row, value] of influence.entries()) {
    const cluster = clusters?.[row] ?? row;
    sums.set(cluster, (sums.get(cluster) ?? 0) + value);
  }
  const independent = sums.size;
  if (independent < 2) return null;
  let squares = 0;
  for (const sum of sums.values()) squares += sum * sum;
  return { standardError: Math.sqrt((squares * independent) / (independent - 1)), independent };
}
