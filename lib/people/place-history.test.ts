import { expect, test } from "vitest";
import { type Place, placeHistory, staysOf, unknownStart } from "./place-history";

const place = (given: Partial<Place>): Place => ({
  unit: null,
  site: null,
  team: null,
  role: null,
  manager: null,
  ...given,
});
const roles = (spells: ReturnType<typeof placeHistory>) =>
  spells.map(({ startsOn, endsOn, role }) => [startsOn, endsOn, role]);
const here = [{ first: "2020-01-01", last: null }];

test("a promotion divides the time before and after it", () => {
  const spells = placeHistory(
    here,
    [{ asOf: "2026-01-01", place: place({ role: "lead" }) }],
    [{ on: "2023-05-01", dimension: "role", before: "clerk", after: "lead" }],
  );
  expect(roles(spells)).toEqual([
    ["2020-01-01", "2023-05-01", "clerk"],
    ["2023-05-01", null, "lead"],
  ]);
});

test("what never changed stands in every spell", () => {
  const spells = placeHistory(
    here,
    [{ asOf: "2026-01-01", place: place({ role: "lead", site: "Lyon" }) }],
    [{ on: "2023-05-01", dimension: "role", before: "clerk", after: "lead" }],
  );
  expect(spells.map((spell) => spell.site)).toEqual(["Lyon", "Lyon"]);
});

test("a move that no event announces shows from the day a file told of it", () => {
  const spells = placeHistory(
    here,
    [
      { asOf: "2024-01-01", place: place({ role: "clerk" }) },
      { asOf: "2025-03-01", place: place({ role: "lead" }) },
    ],
    [],
  );
  expect(roles(spells)).toEqual([
    ["2020-01-01", "2025-03-01", "clerk"],
    ["2025-03-01", null, "lead"],
  ]);
});

test("an event between two files dates the change that both show", () => {
  const spells = placeHistory(
    here,
    [
      { asOf: "2024-01-01", place: place({ role: "clerk" }) },
      { asOf: "2025-03-01", place: place({ role: "lead" }) },
    ],
    [{ on: "2024-09-01", dimension: "role", before: "clerk", after: "lead" }],
  );
  expect(roles(spells)).toEqual([
    ["2020-01-01", "2024-09-01", "clerk"],
    ["2024-09-01", null, "lead"],
  ]);
});

test("events after the day of the file go on from it", () => {
  const spells = placeHistory(
    here,
    [{ asOf: "2024-01-01", place: place({ role: "clerk" }) }],
    [{ on: "2024-09-01", dimension: "role", before: "clerk", after: "lead" }],
  );
  expect(roles(spells)).toEqual([
    ["2020-01-01", "2024-09-01", "clerk"],
    ["2024-09-01", null, "lead"],
  ]);
});

test("a file that already knows of later events does not contradict them", () => {
  const spells = placeHistory(
    here,
    [{ asOf: "2024-01-01", place: place({ role: "lead" }) }],
    [{ on: "2024-09-01", dimension: "role", before: "clerk", after: "lead" }],
  );
  expect(roles(spells)).toEqual([
    ["2020-01-01", "2024-09-01", "clerk"],
    ["2024-09-01", null, "lead"],
  ]);
});

test("a value that is known to be unknown stays unknown", () => {
  const spells = placeHistory(
    here,
    [{ asOf: "2026-01-01", place: place({ unit: "b", team: "t" }) }],
    [
      { on: "2023-05-01", dimension: "unit", before: "a", after: "b" },
      { on: "2023-05-01", dimension: "team", before: null },
    ],
  );
  expect(spells.map(({ unit, team }) => [unit, team])).toEqual([
    ["a", null],
    ["b", "t"],
  ]);
});

test("a rehire makes two stays, and the last day is a day of work", () => {
  expect(staysOf(["2015-01-01", "2020-06-01"], ["2018-03-31"])).toEqual([
    { first: "2015-01-01", last: "2018-03-31" },
    { first: "2020-06-01", last: null },
  ]);
  const spells = placeHistory(staysOf(["2015-01-01"], ["2018-03-31"]), [], []);
  expect(roles(spells)).toEqual([["2015-01-01", "2018-04-01", null]]);
});

test("the same hire told twice is one stay, and somebody without dates has always been here", () => {
  expect(staysOf(["2015-01-01", "2015-01-01", "2015-02-01"], [])).toEqual([{ first: "2015-01-01", last: null }]);
  expect(staysOf([], [])).toEqual([{ first: null, last: null }]);
  expect(staysOf([], ["2018-03-31"])).toEqual([{ first: null, last: "2018-03-31" }]);
  expect(placeHistory(staysOf([], []), [], [])[0]?.startsOn).toBe(unknownStart);
});
