import { expect, test } from "vitest";
import { gatherRoles } from "./read-balance";

const role = (name: string, a: number, b: number) => ({ name, counts: { 0: a, 1: b } });
const shown = (roles: ReturnType<typeof role>[]) =>
  gatherRoles(roles, [0, 1], 5).map(({ name, counts }) => [name, counts.get(0), counts.get(1)]);

test("roles of enough people in each group, or of nobody in one, stand by themselves", () => {
  expect(shown([role("clerk", 20, 30), role("boss", 0, 6)])).toEqual([
    ["clerk", 20, 30],
    ["boss", 0, 6],
  ]);
});

test("small roles are gathered, with the next larger ones until nobody can be told", () => {
  expect(shown([role("clerk", 20, 30), role("boss", 3, 6), role("cook", 4, 7)])).toEqual([
    ["clerk", 20, 30],
    ["Other roles", 7, 13],
  ]);
  expect(shown([role("clerk", 20, 30), role("boss", 3, 6)])).toEqual([["Other roles", 23, 36]]);
});

test("a group of fewer than the minimum in all shows no roles", () => {
  expect(shown([role("clerk", 3, 30)])).toEqual([]);
});
