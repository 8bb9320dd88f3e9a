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
      >
        <span className="flex items-start justify-between gap-3">
          <span className="min-w-0">
            <span className="block text-table text-ink-2">{metric.name}</span>
            {state.kind === "figure" ? (
              <>
                <span className="figure-numerals block text-section leading-tight">
                  {valueText(formats, metric, state.value)}
                </span>
                <span className="block text-caption text-ink-3">{intervalText(formats, metric, state)}</span>
              </>
            ) : (
              <span className="my-1 block">
                <Missing state={state} formats={formats} />
              </span>
            )}
            <ChangeLine formats={formats} metric={metric} change={tile.change} />
            {tile.target === null ? null : (
              <span className="block text-caption text-ink-3">Target {valueText(formats, metric, tile.target)}</span>
            )}
          </span>
          <span className="flex shrink-0 flex-col items-end gap-2">
            <GradeMark grade={tile.grade} short />
            {first ? (
              <Sparkline
                values={valuesOf(history)}
                label={`${metric.name} since ${formats.period(header.period.grain, first.start)}`}
              />
            ) : null}
          </span>
        </span>
      </TileDetail>
    </li>
  );
}

function Missing({ state, formats }: { state: TileData["state"]; formats: Formats }) {
  if (state.kind === "withheld") return <StateText state="withheld" minimum={state.minimum} />;
  if (state.kind === "too-early") return <StateText state="too-early" until={formats.date(state.until)} />;
  if (state.kind === "not-estimable") return <StateText state="not-estimable" reason={missingText(formats, state)} />;
  return <StateText state="no-data" />;
}
