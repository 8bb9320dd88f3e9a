import { expect, test } from "vitest";
import { kpiMetric } from "@/lib/metrics/kpi-metrics";
import type { Metric } from "@/lib/metrics/metric";
import { givenTile } from "@/test/given-tile";
import { firstKnown } from "./first-known";

const tile = (id: string, isKnown: boolean, change: Partial<Metric> = {}) =>
  givenTile(
    {
      ...kpiMetric({ id, code: id, name: id, layer: null, family: null, unit: null, direction: "up", kind: "mean" }),
      ...change,
    },
    isKnown ? { kind: "withheld", minimum: 5, why: "too-few" } : { kind: "no-data", how: "Import kpi.csv." },
  );

test("the figure told group by group is the first there is something to tell of", () => {
  const known = tile("b", true);
  const later = tile("talent", true, { category: "talent" });
  const apart = [
    tile("a", false),
    tile("activity", true, { category: "activity" }),
    tile("m", true, { kind: "median" }),
  ];
  expect(firstKnown([...apart, later, known, tile("c", true)])).toBe(known.metric.id);
  expect(firstKnown(apart)).toBe("reach_in_flow");
});
