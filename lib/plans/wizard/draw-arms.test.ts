import fc from "fast-check";
import { expect, test } from "vitest";
import { personWith } from "@/test/wizard-people";
import { type Draw, drawArms, seedOf } from "./draw-arms";

const people = Array.from({ length: 60 }, (_, at) =>
  personWith(`p${at}`, `t${at % 12}`, [at], { site: at % 12 < 6 ? "Lyon" : "Poznan" }),
);
const plan: Draw = {
  design: "phased",
  byTeam: true,
  strata: ["site"],
  share: 50,
  waves: 3,
  size: null,
  seed: 11,
  picked: new Set(),
  baselineOf: ({ values }) => values[0] ?? null,
};
const counts = (arms: string[]) =>
  Object.fromEntries([...new Set(arms)].sort().map((arm) => [arm, arms.filter((one) => one === arm).length]));

test("in a phased roll-out everybody is trained in the end, teams stay together, and each site has its share of every wave", () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const drawn = drawArms(people, { ...plan, seed });
      expect(drawn.length).toBe(people.length);
      expect(counts(drawn.map(({ arm }) => arm))).toEqual({ "wave-1": 20, "wave-2": 20, "wave-3": 20 });
      for (const team of new Set(people.map(({ teamId }) => teamId))) {
        expect(new Set(drawn.filter(({ person }) => person.teamId === team).map(({ arm }) => arm)).size).toBe(1);
      }
      const inLyon = drawn.filter(({ stratum }) => stratum === "Lyon");
      expect(counts(inLyon.map(({ arm }) => arm))).toEqual({ "wave-1": 10, "wave-2": 10, "wave-3": 10 });
    }),
  );
});

test("the same seed draws the same, whatever order people stand in, and another draws anew", () => {
  const arms = (draw: ReturnType<typeof drawArms>) => draw.map(({ person, arm }) => `${person.id} ${arm}`).sort();
  expect(arms(drawArms(people.toReversed(), plan))).toEqual(arms(drawArms(people, plan)));
  expect(arms(drawArms(people, { ...plan, seed: 12 }))).not.toEqual(arms(drawArms(people, plan)));
});

test("lots are level in the lower and upper half of the baseline", () => {
  const drawn = drawArms(people, { ...plan, design: "randomised", byTeam: false, strata: ["baseline"] });
  const low = drawn.filter(({ stratum }) => stratum === "lower baseline");
  expect(counts(low.map(({ arm }) => arm))).toEqual({ control: 15, treatment: 15 });
  expect(low.every(({ person }) => (person.values[0] ?? 0) < 30)).toBe(true);
});

test("who does not take part is left out, and shares are kept", () => {
  const drawn = drawArms(people, { ...plan, design: "cluster_randomised", strata: [], share: 25, size: 8 });
  expect(counts(drawn.map(({ arm }) => arm))).toEqual({ control: 30, treatment: 10 });
});

test("where nobody draws, those picked start and the others are compared with, or all are trained", () => {
  const picked = new Set(["t0", "t1"]);
  expect(counts(drawArms(people, { ...plan, design: "comparison", picked }).map(({ arm }) => arm))).toEqual({
    control: 50,
    treatment: 10,
  });
  expect(counts(drawArms(people, { ...plan, design: "before_after" }).map(({ arm }) => arm))).toEqual({
    treatment: 60,
  });
});

test("a seed is nobody's choice: it follows from what is drawn and the number of the draw", () => {
  const seed = seedOf("org", "errors", "2027-01-01", 1);
  expect(seed).toBe(seedOf("org", "errors", "2027-01-01", 1));
  expect(
    new Set([seed, seedOf("org", "errors", "2027-01-01", 2), seedOf("other", "errors", "2027-01-01", 1)]).size,
  ).toBe(3);
  expect(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 31).toBe(true);
});
