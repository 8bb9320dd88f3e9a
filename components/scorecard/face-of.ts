import type { StateTextProps } from "@/components/ui/state-text";
import type { Formats } from "@/lib/format/formats";
import { changeText, headline, intervalText, missingText, valuesOf } from "@/lib/scorecard/figure-text";
import type { Header, Tile, Verdict } from "@/lib/scorecard/scorecard";
import { targetText } from "@/lib/scorecard/target-text";
import { extremeText } from "./standing-words";
import type { TileFaceProps } from "./tile-face";

type Parts = { tile: Tile; header: Header; formats: Formats; alarm: string | undefined };

export function faceOf({ tile, header, formats, alarm }: Parts): TileFaceProps {
  const { metric, state, history } = tile;
  const [first] = history;
  return {
    name: metric.name,
    grade: tile.grade,
    figure: state.kind === "figure" ? headline(formats, metric, state.value) : missing(state, formats),
    note: [intervalText(formats, metric, state), targetText(formats, tile)].filter(Boolean).join("; "),
    course: first
      ? {
          values: valuesOf(history).map((value) => (value === null ? null : Number(value.toPrecision(5)))),
          label: `${metric.name} since ${formats.period(header.period.grain, first.start)}`,
        }
      : null,
    change: changeOf(tile, header, formats),
    standing: extremeText(tile.standing, header.period.grain),
    alarm,
  };
}

function changeOf({ metric, change }: Tile, { against }: Header, formats: Formats): TileFaceProps["change"] {
  if (change.kind === "none") return { reason: change.reason };
  return {
    rises: change.kind === "ratio" ? change.estimate > 1 : change.estimate > 0,
    text: changeText(formats, metric, change),
    verdict: change.verdict,
    word: change.interval ? wordOf(change.verdict, against.isTime) : "",
  };
}

function wordOf(verdict: Verdict, isTime: boolean): string {
  if (verdict === "unclear") return isTime ? "no clear change" : "no clear difference";
  return verdict === "different" ? "" : verdict;
}

function missing(state: Exclude<Tile["state"], { kind: "figure" }>, formats: Formats): StateTextProps {
  if (state.kind === "withheld") return { state: "withheld", minimum: state.minimum };
  if (state.kind === "too-early") return { state: "too-early", until: formats.date(state.until) };
  if (state.kind === "not-estimable") return { state: "not-estimable", reason: missingText(formats, state) };
  return { state: "no-data" };
}
