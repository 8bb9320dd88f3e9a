import type { Metric } from "@/lib/metrics/metric";
import type { Verdict } from "./scorecard";

/** What an interval of a change says: `nothing` is the value of no change (0, or 1 for a ratio). */
export function verdictOf(
  direction: Metric["direction"],
  interval: readonly [number, number] | null,
  nothing: number,
): Verdict {
  if (!interval || (interval[0] <= nothing && interval[1] >= nothing)) return "unclear";
  if (direction === "none") return "different";
  const isUp = interval[0] > nothing;
  return isUp === (direction === "up") ? "better" : "worse";
}
