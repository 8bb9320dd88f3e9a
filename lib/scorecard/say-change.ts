import type { Formats } from "@/lib/format/formats";
import type { Change, FigureState, ShownMetric, Tile, WhatChanged } from "./scorecard";

/** What a scorecard is compared with: the same people at another time, or others. */
type Named = { label: string; isTime: boolean };

/** The sentence that may be said about a tile: what happened, and how little of it may be put down to learning. */
export function sentenceOf(
  formats: Formats,
  metric: ShownMetric,
  grade: Tile["grade"],
  state: FigureState,
  change: Change,
  against: Named,
): string {
  if (state.kind !== "figure") return "Nothing may be said yet.";
  const caveat = grade === "E" ? "This shows activity, not effect." : "We cannot say because of learning.";
  if (change.kind === "none") return caveat;
  if (change.verdict === "unclear") {
    return `No ${against.isTime ? "change" : "difference"} against ${against.label} beyond what chance explains. ${caveat}`;
  }
  return `${movement(formats, metric, change, against)} against ${against.label}. ${caveat}`;
}

/**
 * Up to three sentences on the changes that stand out most from their uncertainty, effects before activity, each for its tile. None
 * where no interval excludes "no change".
 */
export function whatChanged(formats: Formats, tiles: readonly Tile[], against: Named): WhatChanged[] {
  return tiles
    .filter((tile) => tile.metric.category !== "activity" && tile.state.kind === "figure")
    .map((tile) => ({ tile, strength: strengthOf(tile.change) }))
    .filter(({ strength }) => strength > 1)
    .toSorted((a, b) => rank(a.tile) - rank(b.tile) || b.strength - a.strength)
    .slice(0, 3)
    .map(({ tile }) => ({
      metricId: tile.metric.id,
      text: `${tile.metric.name}: ${movement(formats, tile.metric, tile.change, against).toLowerCase()} against ${against.label}${
        tile.change.kind === "none" ? "" : suffix[tile.change.verdict]
      }.`,
    }));
}

const suffix = { better: ", for the better", worse: ", for the worse", different: "", unclear: "" };

function rank({ grade }: Tile): number {
  return grade === "E" ? 1 : 0;
}

/**
 * Distance from no change in half-widths of the interval: above 1 the interval excludes it. Rounded, because two figures that mirror
 * each other differ in the last digits only, and those depend on the order in which the database added up.
 */
function strengthOf(change: Change): number {
  if (change.kind === "none" || !change.interval || change.verdict === "unclear") return 0;
  const [low, high] = change.kind === "ratio" ? (change.interval.map(Math.log) as [number, number]) : change.interval;
  const middle = change.kind === "ratio" ? Math.log(change.estimate) : change.estimate;
  const half = (high - low) / 2;
  return half > 0 && Number.isFinite(half) ? Number((Math.abs(middle) / half).toPrecision(9)) : 1.000001;
}

function movement(formats: Formats, metric: ShownMetric, change: Change, { isTime }: Named): string {
  if (change.kind === "none") return "";
  if (change.kind === "ratio") {
    const ratio = (value: number) => (Number.isFinite(value) ? formats.figure(value, { significant: 2 }) : "no limit");
    const text = `${ratio(change.estimate)} times`;
    return change.interval ? `${text} (${ratio(change.interval[0])} to ${ratio(change.interval[1])})` : text;
  }
  const up = change.estimate > 0;
  const text = change.interval
    ? formats.effect(Math.abs(change.estimate), positive(change.interval, up), metric.unit)
    : formats.change(Math.abs(change.estimate), metric.unit);
  const moved = isTime ? (up ? "Up" : "Down") : up ? "Higher" : "Lower";
  return `${moved} by ${text.replace(/^\+/, "")}`;
}

function positive([low, high]: [number, number], up: boolean): [number, number] {
  return up ? [low, high] : [-high, -low];
}
