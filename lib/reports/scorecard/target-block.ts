import type { Formats } from "@/lib/format/formats";
import type { ReportBlock } from "@/lib/reports/document";
import { valueText } from "@/lib/scorecard/figure-text";
import type { Tile } from "@/lib/scorecard/scorecard";
import { isReached, targetText } from "@/lib/scorecard/target-text";

/** Every figure that is short of its target, and by how much. Nothing where none is. */
export function targetBlock(tiles: readonly Tile[], formats: Formats): ReportBlock[] {
  const items = tiles.flatMap((tile) =>
    tile.state.kind === "figure" && isReached(tile) === false
      ? [`${tile.metric.name}: ${valueText(formats, tile.metric, tile.state.value)}, ${targetText(formats, tile)}`]
      : [],
  );
  return items.length === 0
    ? []
    : [{ kind: "list", title: "Targets not reached", full: false, internal: false, items }];
}
