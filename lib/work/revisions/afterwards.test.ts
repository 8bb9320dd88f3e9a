import { expect, test } from "vitest";
import { jointMomentsOf } from "@/lib/stats/joint-moments";
import { afterwardsOf, missedSince } from "./afterwards";

/** So many people whose first try was before, of whom so many missed it, and the same since. */
function tries([missedBefore, before]: [number, number], [missedLater, since]: [number, number]) {
  const of = (missed: number, all: number) => Array.from({ length: all }, (_, at) => Number(at < missed));
  const none = (count: number) => Array.from({ length: count }, () => 0);
  const all = (count: number) => Array.from({ length: count }, () => 1);
  const moments = jointMomentsOf([
    [...of(missedLater, since), ...none(before)],
    [...all(since), ...none(before)],
    [...none(since), ...of(missedBefore, before)],
    [...none(since), ...all(before)],
  ]);
  return { moments, before, since };
}

test("a fall of the share that misses it is told with its interval, each person on one side", () => {
  const told = missedSince(tries([20, 40], [8, 40]), 5);
  // 0.5 to 0.2: the standard error is sqrt(0.5 × 0.5 / 40 + 0.2 × 0.8 / 40) = 0.1012, but for n - 1 in the variance.
  expect(told).toMatchObject({ verdict: "fewer", before: 0.5, after: expect.closeTo(0.2, 12) });
  const change = told.verdict === "fewer" ? told.change : null;
  expect(change?.[0]).toBeCloseTo(-0.3 - 1.99 * 0.1012 * Math.sqrt(80 / 79), 3);
  expect(missedSince(tries([8, 40], [20, 40]), 5)).toMatchObject({ verdict: "more" });
  expect(missedSince(tries([10, 40], [9, 40]), 5)).toMatchObject({ verdict: "as-before" });
});

test("few tries tell nothing and few people are withheld", () => {
  expect(missedSince(tries([10, 40], [9, 19]), 5)).toEqual({ verdict: "unknown" });
  expect(missedSince(tries([10, 40], [1, 4]), 5)).toEqual({ verdict: "withheld" });
  expect(missedSince(tries([10, 40], [0, 0]), 5)).toEqual({ verdict: "unknown" });
});

test("for sixty days it is too early, then what is known is told, and where nothing is, that", () => {
  const since = { missed: { verdict: "withheld" } as const, work: null };
  expect(afterwardsOf("2026-01-01", since, "2026-03-01")).toEqual({ kind: "too-early", until: "2026-03-02" });
  expect(afterwardsOf("2026-01-01", since, "2026-03-02")).toEqual({ kind: "told", ...since });
  expect(afterwardsOf("2026-01-01", undefined, "2026-03-02")).toEqual({ kind: "cannot-tell" });
  const silent = { missed: { verdict: "unknown" }, work: { verdict: "too-early" } } as const;
  expect(afterwardsOf("2026-01-01", silent, "2026-03-02")).toEqual({ kind: "cannot-tell" });
});
