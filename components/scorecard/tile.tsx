import type { Formats } from "@/lib/format/formats";
import type { Header, Tile as TileData } from "@/lib/scorecard/scorecard";
import { faceOf } from "./face-of";
import { intervalText, missingText, valueText } from "./figure-text";
import { definitionOf } from "./tile-definition";
import { TileDetail } from "./tile-detail";

type TileProps = { tile: TileData; header: Header; formats: Formats; exportHref: string };

/** One figure with what it needs to be judged; opens in place to its definition and course. */
export function Tile({ tile, header, formats, exportHref }: TileProps) {
  const { metric, history } = tile;
  return (
    <li id={metric.id.replace(":", "-")} className="scroll-mt-20 border-b border-rule target:bg-paper-2">
      <TileDetail
        face={faceOf({ tile, header, formats })}
        history={history.map((point) => [
          formats.period(header.period.grain, point.start),
          point.state.kind === "figure"
            ? valueText(formats, metric, point.state.value)
            : missingText(formats, point.state),
          intervalText(formats, metric, point.state),
        ])}
        definition={definitionOf({ tile, header, formats, exportHref })}
        target={mayHaveTarget(tile, header) ? { metric: pick(metric), target: tile.target } : null}
      />
    </li>
  );
}

const mayHaveTarget = ({ metric }: TileData, { rights }: Header) => rights.targets && metric.direction !== "none";

const pick = ({ id, name, unit, direction }: TileData["metric"]) => ({ id, name, unit, direction });
