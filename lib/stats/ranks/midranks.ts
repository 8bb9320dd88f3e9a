/** Ranks from 1, equal values sharing the mean of their places. */
export type Midranks = {
  ranks: Float64Array;
  /** Sum over groups of equal values of t^3 - t: what ties take from the variance of rank sums. */
  tieSum: number;
};

/** Midranks of finite values, in the order of the values. Values are equal when their digits are. */
export function midranks(values: ArrayLike<number>): Midranks {
  const n = values.length;
  const order = Int32Array.from({ length: n }, (_, index) => index);
  order.sort((left, right) => (values[left] ?? 0) - (values[right] ?? 0));
  const ranks = new Float64Array(n);
  let tieSum = 0;
  for (let from = 0; from < n; ) {
    let until = from + 1;
    while (until < n && values[order[until] ?? 0] === values[order[from] ?? 0]) until += 1;
    for (let place = from; place < until; place += 1) ranks[order[place] ?? 0] = (from + 1 + until) / 2;
    const ties = until - from;
    tieSum += ties * ties * ties - ties;
    from = until;
  }
  return { ranks, tieSum };
}

export const areFinite = (values: ArrayLike<number>): boolean => Array.from(values).every(Number.isFinite);
