import type { Tile } from "./scorecard";

const order = ["adoption", "skill", "operational", "talent"];

/** The figure that is told group by group where none was chosen: the first of the page with a value. */
export function firstKnown(tiles: readonly Tile[]): string {
  const known = tiles.filter(({ metric, state }) => state.kind !== "no-data" && metric.kind !== "median");
  const [first] = order.flatMap((category) => known.filter(({ metric }) => metric.category === category));
  return first?.metric.id ?? "reach_in_flow";
}
