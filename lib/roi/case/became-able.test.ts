import { expect, test } from "vitest";
import { becameAble } from "./became-able";
import type { FoundInitiative } from "./find-initiatives";

type Seen = { estimate: number | null; ci: [number, number] | null; people?: number };

/** An evaluated initiative of 40 people an arm, of whose work somebody said whether it was done without help. */
function given(seen: Seen | null): FoundInitiative {
  const { people = 40, ...own } = seen ?? { estimate: null, ci: null };
  const measure = {
    ...own,
    id: "independent",
    status: "estimated",
    direction: "up",
    counted: "people",
    n: { treated: people, control: people },
    levels: null,
    mark: null,
    matters: null,
    p_adjusted: null,
  };
  const arms = ["treated", "control"].map((arm) => ({ arm, people: 40 }));
  const means = Object.fromEntries(arms.map(({ arm, people: n }) => [arm, { follow_up: { n } }]));
  const result = {
    arms,
    means,
    claim: { grade: "B" },
    ladder: { rungs: [{ id: "applied", measures: seen ? [measure] : [] }] },
  };
  return { confidence: 0.95, result } as unknown as FoundInitiative;
}

test("who became able is the rise in work done without help times the people; without one it is said why", () => {
  const of = (seen: Seen | null) => becameAble(given(seen), 60, 5);
  expect(of({ estimate: 0.25, ci: [0.1, 0.4] })).toEqual({ people: 15, unknown: null });
  expect(of({ estimate: 0.12, ci: [-0.01, 0.24] })).toEqual({ people: null, unknown: "not_shown" });
  expect(of({ estimate: null, ci: null })).toEqual({ people: null, unknown: "unobserved" });
  expect(of(null)).toEqual({ people: null, unknown: "unobserved" });
  expect(of({ estimate: 0.25, ci: [0.1, 0.4], people: 3 })).toEqual({ people: null, unknown: "withheld" });
  expect(becameAble({ ...given(null), result: null }, 60, 5)).toEqual({ people: null, unknown: "unobserved" });
});
