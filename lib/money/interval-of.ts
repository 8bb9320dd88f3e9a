import { sortedQuantile } from "@/lib/stats/quantile";

/** Where 95 % of the draws lie: quantiles of type 7, of one draw at least. */
export function intervalOf(draws: Float64Array): [number, number] {
  const sorted = draws.toSorted();
  const at = (probability: number) => sortedQuantile(sorted, probability) ?? Number.NaN;
  return [at(0.025), at(0.975)];
}
