import { expect, test } from "vitest";
import { askedOf } from "./asked-behaviours";

const named = (behaviourId: string, target: number | null = null) => ({ behaviourId, target });
const behaviours = ["greets", "listens", "closes"].map((id) => ({ id, heir: null }));

test("needs that name no behaviour, or all of them alike, ask all of them at the highest level", () => {
  const open = { behaviours: null, targets: null };
  const needs = [2, 4].map((target) => ({ target, named: [] }));
  expect(askedOf(needs, behaviours)).toEqual({ target: 4, ...open });
  expect(askedOf([{ target: null, named: [] }], behaviours)).toEqual({ target: 3, ...open });
  const all = { target: 2, named: behaviours.map(({ id }) => named(id)) };
  expect(askedOf([all], behaviours)).toEqual({ target: 2, ...open });
  expect(askedOf([], behaviours)).toBeNull();
});

test("needs per task that name different behaviours ask the union, each at the highest level it is asked at", () => {
  const asked = askedOf(
    [
      { target: 3, named: [named("greets", 2), named("listens")] },
      { target: 4, named: [named("listens", 5)] },
    ],
    behaviours,
  );
  const targets = new Map([
    ["greets", 2],
    ["listens", 5],
  ]);
  expect(asked).toEqual({ target: 5, behaviours: new Set(["greets", "listens"]), targets });
});

test("where one need names behaviours and another none, all are asked, each at its own level", () => {
  const needs = [
    { target: 4, named: [named("closes")] },
    { target: null, named: [] },
  ];
  const targets = new Map([
    ["greets", 3],
    ["listens", 3],
    ["closes", 4],
  ]);
  expect(askedOf(needs, behaviours)).toEqual({ target: 4, behaviours: null, targets });
});

test("what was merged into a behaviour is asked where that is", () => {
  const merged = [...behaviours, { id: "says hello", heir: "greets" }, { id: "hangs up", heir: null }];
  const asked = askedOf([{ target: 3, named: [named("greets")] }], merged);
  expect(asked).toEqual({ target: 3, behaviours: new Set(["greets", "says hello"]), targets: null });
});
