import type { Formats } from "@/lib/format/formats";
import { intervalText, missingText, valueText } from "@/lib/scorecard/figure-text";
import type { Header, Tile as TileData } from "@/lib/scorecard/scorecard";
import { faceOf } from "./face-of";
import { definitionOf } from "./tile-definition";
import { TileDetail } from "./tile-detail";

type TileProps = {
  tile: TileData;
  header: Header;
  formats: Formats;
  exportHref: string;
  /** What it says where it crosses its guardrail. */
  alarm: string | undefined;
};

/** One figure with what it needs to be judged; opens in place to its definition and course. */
export function Tile({ tile, header, formats, exportHref, alarm }: TileProps) {
  const { metric, history } = tile;
  return (
    <li id={metric.id.replace(":", "-")} className="scroll-mt-20 border-b border-rule target:bg-paper-2">
      <TileDetail
        metric={pick(metric)}
        face={faceOf({ tile, header, formats, alarm })}
        history={history.map((point) => [
          formats.period(header.period.grain, point.start),
          point.state.kind === "figure"
            ? valueText(formats, metric, point.state.value)
            : missingText(formats, point.state),
          intervalText(formats, metric, point.state),
          point.state.kind === "figure" && point.state.interval ? rounded(point.state.interval) : null,
        ])}
        definition={definitionOf({ tile, header, formats, exportHref })}
        target={tile.target}
        maySetTarget={mayHaveTarget(tile, header)}
      />
    </li>
  );
}

const mayHaveTarget = ({ metric }: TileData, { rights }: Header) => rights.targets && metric.direction !== "none";

const pick = ({ id, name, unit, direction }: TileData["metric"]) => ({ id, name, unit, direction });

const rounded = (interval: [number, number]) => interval.map((end) => Number(end.toPrecision(5))) as [number, number];
