import { expect, test } from "vitest";
import { findCycles } from "./find-cycles";

test("finds each circle once, whoever leads into it", () => {
  const managerOf = new Map([
    ["d", "a"],
    ["a", "b"],
    ["b", "c"],
    ["c", "a"],
    ["e", "top"],
    ["self", "self"],
  ]);
  expect(findCycles(managerOf)).toEqual([["a", "b", "c"], ["self"]]);
});

test("a proper tree has none", () => {
  expect(
    findCycles(
      new Map([
        ["a", "top"],
        ["b", "top"],
        ["c", "b"],
      ]),
    ),
  ).toEqual([]);
});
