import { expect, test } from "vitest";
import type { Annotation } from "@/lib/marks/annotations/annotation";
import { periodAt, remarksOn } from "./marks-context";

const quarters = { starts: ["2025-10-01", "2026-01-01", "2026-04-01"], until: "2026-07-01" };
const remark = (id: string, on: string, metric: string | null): Annotation => ({
  id,
  on,
  metric,
  metricName: null,
  unitId: null,
  unit: null,
  text: id,
  by: null,
  revision: 1,
  mine: false,
});

test("a day lies in the period that began last, and before the first or after the last in none", () => {
  const days = ["2025-09-30", "2025-10-01", "2026-03-31", "2026-04-01", "2026-06-30", "2026-07-01"];
  expect(days.map((day) => periodAt(quarters, day))).toEqual([null, 0, 1, 2, 2, null]);
  expect(periodAt({ starts: [], until: "" }, "2026-01-01")).toBeNull();
});

test("a figure shows the remarks on it and on the whole scorecard, oldest first", () => {
  const annotations = [
    remark("late", "2026-05-01", "reach"),
    remark("other", "2026-02-01", "applied"),
    remark("all", "2026-01-15", null),
    remark("long ago", "2024-01-15", null),
  ];
  const given = {
    ...quarters,
    annotations,
    guardrails: [],
    metrics: [],
    rights: { guardrails: false, annotate: null },
  };
  expect(remarksOn(given, "reach").map(({ at, remark: { id } }) => [at, id])).toEqual([
    [1, "all"],
    [2, "late"],
  ]);
});
