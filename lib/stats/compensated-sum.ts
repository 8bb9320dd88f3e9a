/** Sum of `term` over values, carrying the rounding of each addition along (Neumaier 1974). */
export function compensatedSum(
  values: readonly number[],
  term: (value: number, index: number) => number = (value) => value,
): number {
  let sum = 0;
  let lost = 0;
  for (let index = 0; index < values.length; index += 1) {
    const next = term(values[index] ?? 0, index);
    const total = sum + next;
    lost += Math.abs(sum) >= Math.abs(next) ? sum - total + next : next - total + sum;
    sum = total;
  }
  return Number.isFinite(sum) ? sum + lost : sum;
}
