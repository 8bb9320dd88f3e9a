import { expect, test } from "vitest";
import { dictionary } from "@/lib/metrics/dictionary";
import { kpiMetric } from "@/lib/metrics/kpi-metrics";
import type { Metric } from "@/lib/metrics/metric";
import { givenTile } from "@/test/given-tile";
import { activityPairs } from "./activity-pairs";
import type { FigureState } from "./scorecard";

const figure = { value: 1, interval: null, people: 9, method: "", numerator: null, denominator: null };
const tile = (metric: Metric, state: FigureState["kind"] = "figure") =>
  givenTile(metric, state === "figure" ? { kind: state, ...figure } : { kind: "no-data", how: "" });
const own = (id: string, state?: FigureState["kind"]) => {
  const metric = dictionary.find((one) => one.id === id);
  if (!metric) throw new Error(`No figure is called ${id}`);
  return tile(metric, state);
};
const kpi = (code: string, domain: "revenue" | "safety", layer: "business" | "in_work") =>
  tile(
    kpiMetric({ id: code, code, name: code, domain, layer, family: null, unit: null, direction: "up", kind: "mean" }),
  );
const idsOf = (pairs: ReturnType<typeof activityPairs>) =>
  pairs.map(({ activity, business, signal }) => [
    activity.metric.id,
    business.tile?.metric.id ?? null,
    signal.tile?.metric.id ?? null,
  ]);

test("each count of learning stands beside its result and its sign in the work; what nothing measures is said to be missing", () => {
  const activity = ["hours", "quiz_score", "certificates", "completions"].map((id) => own(id));
  const tiles = ["cycle_time", "time_to_competence", "quality", "error_rate", "first_time_right"].map((id) => own(id));
  expect(idsOf(activityPairs(activity, tiles))).toEqual([
    ["completions", "cycle_time", "time_to_competence"],
    ["certificates", "quality", "first_time_right"],
    ["quiz_score", null, null],
    ["hours", null, null],
  ]);
});

test("a KPI of the right kind and layer is found, and one that holds a figure goes before one that does not", () => {
  const tiles = [
    own("quality", "no-data"),
    own("error_rate"),
    kpi("revenue_per_rep", "revenue", "business"),
    kpi("win_rate", "revenue", "in_work"),
    kpi("near_misses", "safety", "in_work"),
  ];
  expect(idsOf(activityPairs([own("certificates"), own("quiz_score"), own("hours")], tiles))).toEqual([
    ["certificates", "error_rate", null],
    ["quiz_score", "kpi:revenue_per_rep", "kpi:win_rate"],
    ["hours", null, "kpi:near_misses"],
  ]);
});
