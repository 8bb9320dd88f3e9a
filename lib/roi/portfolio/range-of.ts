import type { Ranged } from "@/lib/money/case-result";
import { intervalOf } from "@/lib/money/interval-of";

/** Where 95 % of the draws lie, beside the figure of the stated values. */
export const rangeOf = (central: number, draws: Float64Array): Ranged => ({ central, interval: intervalOf(draws) });

/** Adds `times` the draws of one to those of another, in place. */
export function addDraws(sum: Float64Array, draws: Float64Array, times = 1): void {
  for (let draw = 0; draw < sum.length; draw += 1) sum[draw] = (sum[draw] ?? 0) + times * (draws[draw] ?? 0);
}
