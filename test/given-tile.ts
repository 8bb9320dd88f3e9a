import type { Metric } from "@/lib/metrics/metric";
import { shownMetric } from "@/lib/scorecard/build-tile";
import type { FigureState, Tile } from "@/lib/scorecard/scorecard";

/** A tile of a figure in a state, with nothing to compare it with. */
export const givenTile = (metric: Metric, state: FigureState): Tile => ({
  metric: shownMetric(metric),
  state,
  change: { kind: "none", reason: "" },
  history: [],
  standing: null,
  target: null,
  grade: "D",
  gradeReason: "",
  sentence: "",
});
