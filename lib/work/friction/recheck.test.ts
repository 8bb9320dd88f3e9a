import { expect, test } from "vitest";
import { jointMomentsOf } from "@/lib/stats/joint-moments";
import { recheckOf } from "./recheck";

/** Counts of six people among ten jobs each, after and before. */
const moments = (after: number[], before: number[]) =>
  jointMomentsOf([after, after.map(() => 10), before, before.map(() => 10)]);
const long = { months: 3, jobs: 60 };

test("fewer than before is solved in production, more is back", () => {
  expect(recheckOf(moments([0, 1, 0, 1, 0, 0], [4, 5, 3, 4, 4, 4]), long)).toMatchObject({
    verdict: "fewer",
    before: 0.4,
    after: 2 / 60,
  });
  expect(recheckOf(moments([6, 7, 5, 6, 7, 6], [1, 0, 1, 0, 1, 0]), long)).toMatchObject({ verdict: "more" });
});

test("what cannot be told apart from before is not called solved", () => {
  expect(recheckOf(moments([3, 5, 2, 4, 4, 3], [4, 4, 3, 4, 4, 4]), long)).toMatchObject({ verdict: "as-before" });
});

test("a month, or a few jobs, are too early; without work before nothing is known", () => {
  const some = moments([1, 2, 1, 0, 2, 1], [4, 4, 3, 4, 4, 4]);
  expect(recheckOf(some, { months: 1, jobs: 60 })).toEqual({ verdict: "too-early" });
  expect(recheckOf(some, { months: 3, jobs: 29 })).toEqual({ verdict: "too-early" });
  const without = jointMomentsOf([
    [1, 2],
    [10, 10],
    [0, 0],
    [0, 0],
  ]);
  expect(recheckOf(without, long)).toEqual({ verdict: "unknown" });
});
