import { expect, test } from "vitest";
import { randomFrom } from "@/test/random-from";
import { rankIntervals } from "./rank-intervals";

const group = (name: string, estimate: number, standardError: number) => ({ group: name, estimate, standardError });

test("groups far apart hold one rank each, and those close together share theirs", () => {
  const ranks = rankIntervals([group("a", 10, 0.5), group("b", 9.5, 0.5), group("c", 1, 0.5), group("d", -9, 0.5)]);
  expect(ranks).toEqual([
    { group: "a", interval: [1, 2] },
    { group: "b", interval: [1, 2] },
    { group: "c", interval: [3, 3] },
    { group: "d", interval: [4, 4] },
  ]);
});

test("the joint intervals are those of Sidak: three groups at 95% take z(0.99152)", () => {
  // 0.95^(1/3) = 0.983048; z((1 + 0.983048) / 2) = 2.38774. Two groups of error 1 part from 2 x that on.
  const apart = (gap: number) =>
    rankIntervals([group("a", gap, 1), group("b", 0, 1), group("c", -100, 1)]).map(({ interval }) => interval);
  expect(apart(4.775)).toEqual([
    [1, 2],
    [1, 2],
    [3, 3],
  ]);
  expect(apart(4.776)).toEqual([
    [1, 1],
    [2, 2],
    [3, 3],
  ]);
});

test("where all is noise any group may hold any rank", () => {
  const ranks = rankIntervals(["a", "b", "c", "d", "e"].map((name, index) => group(name, index / 100, 1)));
  expect(ranks.every(({ interval }) => interval[0] === 1 && interval[1] === 5)).toBe(true);
});

test("the order of the rows and a common shift or scale change nothing", () => {
  const random = randomFrom(7).next;
  const groups = Array.from({ length: 12 }, (_, index) => group(`g${index}`, 6 * random(), 0.2 + random()));
  const byName = (rows: typeof groups) =>
    new Map(rankIntervals(rows).map((one) => [one.group, one.interval.join(" to ")]));
  const ranks = byName(groups);
  expect(new Map([...byName(groups.toReversed())].toReversed())).toEqual(ranks);
  const moved = groups.map((one) => group(one.group, 3 + 10 * one.estimate, 10 * one.standardError));
  expect(byName(moved)).toEqual(ranks);
});

test("nineteen times in twenty every true rank lies in its interval", () => {
  const random = randomFrom(20).next;
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const truths = [4, 3, 2.5, 1, 0, 0, -2];
  const runs = 400;
  let held = 0;
  for (let run = 0; run < runs; run += 1) {
    const drawn = truths.map((truth, index) => group(String(index), truth + 0.6 * normal(), 0.6));
    const isIn = rankIntervals(drawn).every(({ interval }, index) => {
      const truth = truths[index] ?? 0;
      const first = 1 + truths.filter((other) => other > truth).length;
      const last = truths.length - truths.filter((other) => other < truth).length;
      // Equals may stand in either order.
      return interval[0] <= last && interval[1] >= first;
    });
    if (isIn) held += 1;
  }
  expect(held / runs).toBeGreaterThan(0.95);
});
