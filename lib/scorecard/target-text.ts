import type { Formats } from "@/lib/format/formats";
import { valueText } from "./figure-text";
import type { Tile } from "./scorecard";

type Aimed = Pick<Tile, "metric" | "state" | "target">;

/** Whether a figure is where it should be; null without a target, or without a figure. */
export function isReached({ metric, state, target }: Aimed): boolean | null {
  if (target === null || state.kind !== "figure") return null;
  return metric.direction === "down" ? state.value <= target : state.value >= target;
}

/** The target of a figure, whether it is reached and how far off it is: `target 97.0% not reached, 1.2 points to go`. Empty without one. */
export function targetText(formats: Formats, tile: Aimed): string {
  const { metric, state, target } = tile;
  if (target === null) return "";
  const text = `target ${valueText(formats, metric, target)}`;
  if (state.kind !== "figure") return text;
  const distance = formats.change(Math.abs(state.value - target), metric.unit, { signed: false });
  return isReached(tile) ? `${text} reached, ${distance} beyond it` : `${text} not reached, ${distance} to go`;
}
