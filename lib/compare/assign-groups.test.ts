import { expect, test } from "vitest";
import { assignGroups, complements } from "./assign-groups";

const [x, y, z] = [1, 2, 4];
/** 10 meet x alone, 7 y alone, 4 both, 3 neither. */
const patterns = [
  { bits: x, people: 10 },
  { bits: y, people: 7 },
  { bits: x | y, people: 4 },
  { bits: 0, people: 3 },
];

test("people two groups share are counted and taken out of both", () => {
  const { groupOf, overlaps, without } = assignGroups([x, y], patterns);
  expect(overlaps).toEqual([{ groups: [0, 1], people: 4, settled: "both" }]);
  expect([groupOf(x), groupOf(y), groupOf(x | y), groupOf(0)]).toEqual([0, 1, null, null]);
  expect(without).toEqual([[1], [0]]);
});

test("a group inside another keeps its people, and the other is the rest", () => {
  const { groupOf, overlaps, without } = assignGroups([x, 0], patterns);
  expect(overlaps).toEqual([{ groups: [0, 1], people: 14, settled: 1 }]);
  expect([groupOf(x), groupOf(x | y), groupOf(y), groupOf(0)]).toEqual([0, 0, 1, 1]);
  expect(without).toEqual([[], [0]]);
});

test("with a chain of groups each keeps what the narrower ones leave", () => {
  const { groupOf } = assignGroups([0, x, x | y], patterns);
  expect([groupOf(x | y), groupOf(x), groupOf(y), groupOf(0)]).toEqual([2, 1, 0, 0]);
});

test("rules of the same people are the same group, however they are written", () => {
  const same = [
    { bits: x | z, people: 6 },
    { bits: y, people: 9 },
  ];
  expect(assignGroups([x, z], same).same).toEqual([[0, 1]]);
  expect(assignGroups([x, y], same).same).toEqual([]);
});

test("swapping the groups swaps who is in which", () => {
  const [one, other] = [assignGroups([x, y], patterns), assignGroups([y, x], patterns)];
  for (const { bits } of patterns) {
    const swapped = other.groupOf(bits);
    expect(one.groupOf(bits)).toBe(swapped === null ? null : 1 - swapped);
  }
});

test("what a group leaves of a wider one is counted", () => {
  const assignment = assignGroups([x | y], patterns);
  // Everybody 24 less 4; those meeting x 14 less 4; those meeting y 11 less 4; its own rule.
  expect(complements([[0, x, y, x | y]], patterns, assignment)).toEqual([[20, 10, 7, 0]]);
});

test("the people taken out of a group are beside it", () => {
  const assignment = assignGroups([x, y], patterns);
  expect(complements([[x], [y]], patterns, assignment)).toEqual([[4], [4]]);
});
