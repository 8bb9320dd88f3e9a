import { expect, test } from "vitest";
import { jointMomentsOf } from "@/lib/stats/joint-moments";
import { kpiNow } from "./kpi-now";

const people = { now: 6, before: 6 };
/** Six people with 10 of each side: 1, 2, 3, 1, 2, 3 now and two more each before. */
const fewer = jointMomentsOf([
  [1, 2, 3, 1, 2, 3],
  [10, 10, 10, 10, 10, 10],
  [3, 4, 5, 3, 4, 5],
  [10, 10, 10, 10, 10, 10],
]);

test("a KPI now is the ratio of sums, beside the same before and the change with its interval", () => {
  const found = kpiNow(fewer, people, 5);
  // 12 of 60 now, 24 of 60 before; everybody changed by the same, so the interval has no width.
  expect(found).toMatchObject({ kind: "figure", people: 6, now: 0.2, before: 0.4 });
});

test("few people now are withheld, few before are not told, and nobody is not nothing", () => {
  expect(kpiNow(fewer, { now: 4, before: 6 }, 5)).toEqual({ kind: "withheld" });
  expect(kpiNow(fewer, { now: 6, before: 4 }, 5)).toMatchObject({ now: 0.2, before: null, change: null });
  expect(kpiNow(jointMomentsOf([[], [], [], []]), { now: 0, before: 0 }, 5)).toEqual({ kind: "none" });
});
