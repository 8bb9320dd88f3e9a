import { expect, test } from "vitest";
import type { SkillCell } from "@/lib/evidence/read-skill-states";
import { addCells } from "./add-cells";

const cell = (change: Partial<SkillCell>): SkillCell => ({
  roleId: "r",
  skillId: "a",
  siteId: "s",
  needed: 10,
  known: 4,
  evidenced: 3,
  applied: 2,
  validated: 1,
  sustained: 0,
  stale: 1,
  everSeen: 4,
  certified: 6,
  certifiedNotApplied: 5,
  prepared: 6,
  preparedNotApplied: 5,
  level: 3,
  levelVariance: 1,
  margin: 0.5,
  target: 3,
  critical: false,
  ...change,
});

test("two sites of one skill add up as if their people had been counted together", () => {
  // Levels 2, 3, 4 at one site and 4, 5 at the other: mean 18/5, squares 5.2, standard error sqrt(5.2 / 4 / 5), t(0.975, 4) = 2.776445.
  const both = addCells([cell({}), cell({ siteId: "t", evidenced: 2, level: 4.5, levelVariance: 0.5 })]);
  expect(both).toMatchObject({ needed: 20, evidenced: 5, applied: 4, certified: 12, stale: 2 });
  expect(both.level?.value).toBeCloseTo(3.6, 12);
  const reach = 2.776445105 * Math.sqrt(5.2 / 20);
  expect(both.level?.interval?.[0]).toBeCloseTo(3.6 - reach, 6);
  expect(both.level?.interval?.[1]).toBeCloseTo(Math.min(5, 3.6 + reach), 6);
});

test("levels of different skills are not averaged", () => {
  expect(addCells([cell({}), cell({ skillId: "b" })]).level).toBeNull();
});

test("one person seen, or everybody alike, has a level and no interval; nobody seen has no level", () => {
  expect(addCells([cell({ evidenced: 1, levelVariance: null })]).level).toEqual({ value: 3, interval: null });
  expect(addCells([cell({ levelVariance: 0 })]).level).toEqual({ value: 3, interval: null });
  expect(addCells([cell({ evidenced: 0, level: null, levelVariance: null })]).level).toBeNull();
});
