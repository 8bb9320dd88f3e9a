import type { Formats } from "@/lib/format/formats";
import type { Header, Tile as TileData } from "@/lib/scorecard/scorecard";
import { exportHref } from "./links";
import { Tile } from "./tile";

/** Completions, scores, satisfaction and hours: last, side by side, and named for what they are. */
export function ActivityStrip({
  tiles,
  header,
  formats,
  alarms,
}: {
  tiles: readonly TileData[];
  header: Header;
  formats: Formats;
  /** What tiles that cross their guardrail say, by their id. */
  alarms: ReadonlyMap<string, string>;
}) {
  return (
    <ul className="grid grid-cols-1 gap-x-6 sm:grid-cols-2 xl:grid-cols-3">
      {tiles.map((tile) => (
        <Tile
          key={tile.metric.id}
          tile={tile}
          header={header}
          formats={formats}
          exportHref={exportHref(header, tile.metric.id)}
          alarm={alarms.get(tile.metric.id)}
        />
      ))}
    </ul>
  );
}
