import { Sparkline } from "@/components/charts/sparkline";
import { GradeMark } from "@/components/ui/grade-mark";
import { StateText } from "@/components/ui/state-text";
import type { Formats } from "@/lib/format/formats";
import type { Header, Tile as TileData } from "@/lib/scorecard/scorecard";
import { ChangeLine } from "./change-line";
import { headline, intervalText, missingText, valuesOf, valueText } from "./figure-text";
import { definitionOf } from "./tile-definition";
import { TileDetail } from "./tile-detail";

type TileProps = { tile: TileData; header: Header; formats: Formats; exportHref: string };

/** One figure with what it needs to be judged; opens in place to its definition and course. */
export function Tile({ tile, header, formats, exportHref }: TileProps) {
  const { metric, state, history } = tile;
  const first = history[0];
  const figure = state.kind === "figure" ? headline(formats, metric, state.value) : null;
  return (
    <li id={metric.id.replace(":", "-")} className="scroll-mt-20 border-b border-rule target:bg-paper-2">
      <TileDetail
        name={metric.name}
        history={history.map((point) => [
          formats.period(header.period.grain, point.start),
          point.state.kind === "figure"
            ? valueText(formats, metric, point.state.value)
            : missingText(formats, point.state),
          intervalText(formats, metric, point.state),
        ])}
        definition={definitionOf({ tile, header, formats, exportHref })}
        target={mayHaveTarget(tile, header) ? { metric: pick(metric), target: tile.target } : null}
      >
        <span className="flex items-start justify-between gap-3">
          <span className="min-w-0 text-table text-ink-2">{metric.name}</span>
          <GradeMark grade={tile.grade} short />
        </span>
        <span className="flex flex-wrap items-center justify-between gap-x-3">
          {figure ? (
            <span className="figure-numerals text-section leading-tight">{figure.number}</span>
          ) : (
            <span className="my-1">
              <Missing state={state} formats={formats} />
            </span>
          )}
          {first ? (
            <Sparkline
              values={valuesOf(history)}
              label={`${metric.name} since ${formats.period(header.period.grain, first.start)}`}
            />
          ) : null}
        </span>
        <span className="block text-caption text-ink-3">
          {figure?.unit ? <span className="text-ink-2">{figure.unit} </span> : null}
          {intervalText(formats, metric, state)}
          {tile.target === null ? "" : `; ${targetText(formats, tile, tile.target)}`}
        </span>
        <ChangeLine formats={formats} metric={metric} change={tile.change} />
      </TileDetail>
    </li>
  );
}

const mayHaveTarget = ({ metric }: TileData, { rights }: Header) => rights.targets && metric.direction !== "none";

const pick = ({ id, name, unit, direction }: TileData["metric"]) => ({ id, name, unit, direction });

function targetText(formats: Formats, { metric, state }: TileData, target: number): string {
  const text = `target ${valueText(formats, metric, target)}`;
  if (state.kind !== "figure") return text;
  const reached = metric.direction === "down" ? state.value <= target : state.value >= target;
  return `${text} ${reached ? "reached" : "not reached"}`;
}

function Missing({ state, formats }: { state: TileData["state"]; formats: Formats }) {
  if (state.kind === "withheld") return <StateText state="withheld" minimum={state.minimum} />;
  if (state.kind === "too-early") return <StateText state="too-early" until={formats.date(state.until)} />;
  if (state.kind === "not-estimable") return <StateText state="not-estimable" reason={missingText(formats, state)} />;
  return <StateText state="no-data" />;
}
