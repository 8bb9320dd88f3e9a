import type { Category, MetricKind } from "./metric";

type Listed = { category: Category; kind: MetricKind; counts?: "people" | "teams" };

/** Whether the people of a figure may be listed to their manager. Careers stay aggregates; medians and teams have no rows of people. */
export function listsPeople({ category, kind, counts }: Listed): boolean {
  return category !== "talent" && kind !== "median" && counts !== "teams";
}
