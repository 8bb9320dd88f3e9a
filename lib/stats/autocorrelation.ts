import { compensatedSum } from "./compensated-sum";
import { momentsOf } from "./moments";

/**
 * How alike values `lag` places apart are in a series: sum of (y_t - m)(y_{t+lag} - m) over sum of (y_t - m)^2 (Box and Jenkins 1976).
 * Null for a series that is too short or does not vary.
 */
export function autocorrelation(series: readonly number[], lag = 1): number | null {
  const { n, mean, variance } = momentsOf(series);
  if (n <= lag || !(Math.sqrt(variance) > 1e-14 * Math.abs(mean))) return null;
  const products = compensatedSum(series.slice(lag), (value, place) => (value - mean) * ((series[place] ?? 0) - mean));
  return products / (variance * (n - 1));
}
