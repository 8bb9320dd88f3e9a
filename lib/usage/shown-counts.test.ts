import { expect, test } from "vitest";
import { shownCounts } from "./shown-counts";

const few = { kind: "few", minimum: 5 };

test("under the minimum it is only said that they are fewer, and nobody is nobody", () => {
  const shown = shownCounts(
    new Map([
      ["manager", 12],
      ["admin", 5],
      ["finance", 0],
    ]),
    17,
    5,
  );
  expect(shown.of("manager")).toEqual({ kind: "count", users: 12 });
  expect(shown.of("admin")).toEqual({ kind: "count", users: 5 });
  expect(shown.of("finance" as "admin")).toEqual({ kind: "count", users: 0 });
  expect(shownCounts(new Map([["manager", 4]]), 4, 5).total).toEqual(few);
});

test("what the total less the others would tell is withheld with it", () => {
  const shown = shownCounts(
    new Map([
      ["manager", 12],
      ["hrbp", 7],
      ["admin", 2],
    ]),
    21,
    5,
  );
  expect(shown.of("admin")).toEqual(few);
  expect(shown.of("hrbp")).toEqual({ kind: "withheld" });
  expect(shown.of("manager")).toEqual({ kind: "count", users: 12 });
  expect(shown.total).toEqual({ kind: "count", users: 21 });
});
