import { expect, test } from "vitest";
import { groupTimeEffects } from "@/lib/stats/panel/group-time/group-time-effects";
import { seededRandom } from "@/lib/stats/random";
import { historyOf, personWith } from "@/test/wizard-people";
import { hasNoise, type Noise, noiseOf } from "./noise";
import { rehearse } from "./rehearse";
import { rehearseRollOut, simpleEffect } from "./rehearse-roll-out";

const noise: Noise = {
  people: 400,
  before: 3,
  after: 3,
  isShort: false,
  mean: 10,
  standardDeviation: 2,
  correlation: 0.6,
  clusters: { count: 20, meanSize: 10, sizeVariation: 0 },
  icc: { plain: 0.1, residual: 0.05, change: 0.08 },
  residualDeviation: 1.6,
  changeDeviation: 1.8,
};
const rehearsal = {
  history: historyOf([]),
  people: [],
  noise,
  lots: { treated: 10, control: 10 },
  byTeam: true,
  before: 3,
  after: 3,
  waves: 3,
  every: 1,
  log: false,
  seed: 1,
};

test("lots among people: 2 x sqrt(1 - 0.36) x sqrt(1/10 + 1/10), with 20 - 2 - 2 degrees of freedom", () => {
  expect(rehearse("randomised", rehearsal)).toMatchObject({
    kind: "precision",
    method: "plan_two_means_ancova",
    standardError: expect.closeTo(1.6 * Math.sqrt(0.2), 12),
    degreesOfFreedom: 16,
  });
});

test("lots among teams: variance of a team's mean with its design effect 1 + 9 x 0.05", () => {
  expect(rehearse("cluster_randomised", rehearsal)).toMatchObject({
    method: "plan_clusters_ancova",
    standardError: expect.closeTo(Math.sqrt(((1.6 ** 2 * 1.45) / 10) * 0.2), 12),
    degreesOfFreedom: 17,
  });
});

test("a comparison stands on the spread of changes, by team or by person", () => {
  expect(rehearse("comparison", rehearsal)).toMatchObject({
    standardError: expect.closeTo(Math.sqrt(((1.8 ** 2 * (1 + 9 * 0.08)) / 10) * 0.2), 12),
    degreesOfFreedom: 18,
  });
  expect(rehearse("comparison", { ...rehearsal, byTeam: false })).toMatchObject({
    method: "plan_two_means_change",
    standardError: expect.closeTo(1.8 * Math.sqrt(0.2), 12),
  });
});

test("the noise of a history is that of its two windows, worked by hand", () => {
  // Two teams of two; before 1, 3, 5, 7; after 2, 4, 8, 6.
  const people = [
    personWith("a", "one", [8, 1, 2]),
    personWith("b", "one", [9, 3, 4]),
    personWith("c", "two", [7, 5, 8]),
    personWith("d", "two", [11, 7, 6]),
    personWith("new", "two", [null, null, 6]),
  ];
  const found = noiseOf(historyOf(people), people, { before: 1, after: 1, log: false });
  if (!hasNoise(found)) throw new Error("There is noise");
  expect(found).toMatchObject({ people: 4, mean: 5, before: 1, after: 1, isShort: false });
  expect(found.standardDeviation).toBeCloseTo(Math.sqrt(20 / 3), 12);
  // Products of deviations: (-3)(-3) + (-1)(-1) + 1 x 3 + 3 x 1 = 16; squares 20 and 20.
  expect(found.correlation).toBeCloseTo(0.8, 12);
  expect(found.residualDeviation).toBeCloseTo(Math.sqrt((20 / 3) * (1 - 0.64)), 12);
  // Changes 1, 1, 3, -1: mean 1, squares 8.
  expect(found.changeDeviation).toBeCloseTo(Math.sqrt(8 / 3), 12);
  // Team means 3 and 7, mean squares 16 between and 2 within: (16 - 2) / (16 + 2).
  expect(found.icc.plain).toBeCloseTo(14 / 18, 12);
  expect(found.clusters).toEqual({ count: 2, meanSize: 2, sizeVariation: 0 });
  expect(noiseOf(historyOf(people), people, { before: 3, after: 3, log: false })).toMatchObject({
    before: 1,
    after: 2,
    isShort: true,
  });
  expect(noiseOf(historyOf([]), [], { before: 1, after: 1, log: false })).toEqual({
    kind: "none",
    reason: "too-few-periods",
  });
});

test("the simple effect of a roll-out is that of the estimator the evaluation uses", () => {
  const random = seededRandom(4);
  const waves = [2, 4, 5].map((starts) => ({
    starts,
    n: starts * 3,
    means: Array.from({ length: 5 }, () => random.normal()),
  }));
  const rows = waves.map(({ starts, n, means }) => ({ cluster: starts, group: starts, n, means: [...means, 0] }));
  const found = groupTimeEffects({ clusters: rows }, { comparison: "not-yet-treated", basePeriod: "varying" });
  if (found.kind !== "group-time") throw new Error("There are effects");
  const size = new Map(waves.map(({ starts, n }) => [starts, n]));
  const post = found.effects.filter(({ group, time }) => time >= group);
  const total = post.reduce((sum, { group }) => sum + (size.get(group) ?? 0), 0);
  const expected = post.reduce((sum, { group, effect }) => sum + ((size.get(group) ?? 0) / total) * effect, 0);
  expect(simpleEffect(waves)).toBeCloseTo(expected, 12);
});

test("a rehearsed roll-out errs as independent noise does, and the same seed gives the same digits", () => {
  const random = seededRandom(9);
  const people = Array.from({ length: 120 }, (_, at) =>
    personWith(
      `p${at}`,
      `t${at % 24}`,
      Array.from({ length: 6 }, () => random.normal()),
    ),
  );
  const history = historyOf(people);
  // Two waves, one period before, one after: the change of 60 people less that of 60: sqrt(2 x 2 / 60).
  const plan = { byTeam: false, before: 1, waves: 2, every: 1, log: false };
  const found = rehearseRollOut(history, people, plan, 3);
  if (found.kind !== "precision") throw new Error("It can be rehearsed");
  expect(found.degreesOfFreedom).toBe(118);
  expect(Math.abs(found.standardError / Math.sqrt(4 / 60) - 1)).toBeLessThan(0.2);
  expect(rehearseRollOut(history, people, plan, 3)).toEqual(found);
  expect(rehearseRollOut(history, people, { ...plan, before: 7 }, 3)).toMatchObject({ kind: "not-estimable" });
  expect(rehearseRollOut(history, people.slice(0, 2), plan, 3)).toMatchObject({ reason: "too-few-clusters" });
});

test("before and after is held against a break nobody made; a straight line leaves nothing to tell", () => {
  const wobble = [5, 6, 5, 7, 5, 6, 7, 5, 6, 5, 6, 7];
  const people = wobble.slice(0, 3).map((_, at) => personWith(`p${at}`, "t", wobble));
  const given = { ...rehearsal, history: historyOf(people), people };
  expect(rehearse("before_after", given)).toMatchObject({
    kind: "precision",
    method: "plan_segmented",
    degreesOfFreedom: 8,
  });
  const flat = people.map((person) => ({ ...person, values: wobble.map((_, at) => at) }));
  expect(rehearse("before_after", { ...given, history: historyOf(flat), people: flat })).toMatchObject({
    reason: "no-variation",
  });
});
