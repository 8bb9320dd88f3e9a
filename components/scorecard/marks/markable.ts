import { metricKey } from "@/lib/metrics/metric-key";
import type { Header, Tile } from "@/lib/scorecard/scorecard";
import type { MarksGiven } from "./marks-context";

/** What of a scorecard may be marked: its figures, each KPI once, and the periods of its courses. */
export function markable(
  tiles: readonly Tile[],
  { period }: Pick<Header, "period">,
): Pick<MarksGiven, "metrics" | "starts" | "until"> {
  const metrics = new Map(
    tiles.map(({ metric: { id, name, unit } }) => {
      const key = metricKey(id);
      return [key, { id: key, name: name.replace(/, by team$/, ""), unit }];
    }),
  );
  const course = tiles.find(({ history }) => history.length > 0)?.history ?? [];
  const starts = course.map(({ start }) => start).filter((start) => start <= period.start);
  return { metrics: [...metrics.values()], starts, until: period.end };
}
