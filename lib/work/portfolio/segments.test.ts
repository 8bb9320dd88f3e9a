import { expect, test } from "vitest";
import type { PortfolioActivity } from "./read-portfolio";
import { hoursByMix, segmentsOf } from "./segments";

const activity = (change: Partial<PortfolioActivity>): PortfolioActivity => ({
  id: "a",
  name: "A",
  owner: null,
  version: null,
  retired: null,
  format: "course",
  delivery: "destination",
  skillId: "s",
  skill: "S",
  facet: "judgment",
  risk: "high",
  depth: "complex",
  withheld: false,
  people: 10,
  hours: 5,
  cost: 100,
  ...change,
});

test("activities add up by kind of skill, risk and depth", () => {
  const segments = segmentsOf([
    activity({}),
    activity({ format: "simulation", hours: 3, cost: 60 }),
    activity({ risk: "low", depth: "routine", hours: 20, cost: 300 }),
    activity({ risk: null }),
  ]);
  expect(segments).toEqual([
    {
      facet: "judgment",
      risk: "low",
      depth: "routine",
      advice: "just-in-time",
      activities: 1,
      mismatched: 1,
      hours: 20,
      cost: 300,
    },
    {
      facet: "judgment",
      risk: "high",
      depth: "complex",
      advice: "intensive-practice",
      activities: 2,
      mismatched: 1,
      hours: 8,
      cost: 160,
    },
  ]);
});

test("a cost that is not known is not nothing, unless nobody used it", () => {
  expect(segmentsOf([activity({}), activity({ cost: null })])[0]?.cost).toBeNull();
  expect(segmentsOf([activity({}), activity({ cost: null, hours: 0 })])[0]?.cost).toBe(100);
});

test("hours by how people learn", () => {
  expect(
    hoursByMix([
      activity({}),
      activity({ format: "coaching", hours: 2 }),
      activity({ format: "checklist", delivery: "in_flow", hours: 1 }),
      activity({ format: null, delivery: null, hours: 4 }),
    ]),
  ).toEqual({ formal: 5, social: 2, experiential: 1, unknown: 4 });
});

test("hours nobody logged are not known, and do not become none beside activities that were not used", () => {
  const unknown = activity({ hours: null, cost: null });
  const unused = activity({ people: 0, hours: 0, cost: null });
  expect(segmentsOf([unknown, unused])[0]).toMatchObject({ hours: null, cost: null });
  expect(segmentsOf([unused, unknown])[0]).toMatchObject({ hours: null, cost: null });
  expect(segmentsOf([unknown, activity({})])[0]).toMatchObject({ hours: 5, cost: null });
  expect(segmentsOf([unused])[0]?.hours).toBe(0);
  expect(hoursByMix([unknown, activity({})]).formal).toBe(5);
});
