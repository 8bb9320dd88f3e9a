import { expect, test } from "vitest";
import type { SkillCell } from "@/lib/evidence/read-skill-states";
import { addPlaces, addSkills } from "./add-cells";
import { everywhere } from "./map";
import { toldPlaces } from "./told-places";

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
  certifiedSeen: 3,
  expired: 0,
  prepared: 6,
  preparedNotApplied: 5,
  level: 3,
  levelVariance: 1,
  margin: 0.5,
  target: 3,
  critical: false,
  ...change,
});
const all = { told: { seen: true, certified: true }, withLevel: true, minimum: 5 };
const nothing = { ...all, told: { seen: false, certified: false } };

test("two sites of one skill add up as if their people had been counted together", () => {
  // Levels 2, 3, 4 at one site and 4, 5 at the other: mean 18/5, squares 5.2, standard error sqrt(5.2 / 4 / 5), t(0.975, 4) = 2.776445.
  const both = addPlaces([cell({}), cell({ siteId: "t", evidenced: 2, level: 4.5, levelVariance: 0.5 })], all);
  expect(both).toMatchObject({ needed: 20, evidenced: 5, applied: 4, certified: 12, stale: 2, untold: 0 });
  expect(both.level?.value).toBeCloseTo(3.6, 12);
  const reach = 2.776445105 * Math.sqrt(5.2 / 20);
  expect(both.level?.interval?.[0]).toBeCloseTo(3.6 - reach, 6);
  expect(both.level?.interval?.[1]).toBeCloseTo(Math.min(5, 3.6 + reach), 6);
});

test("one person seen, or everybody alike, has a level and no interval; nobody seen has no level", () => {
  expect(addPlaces([cell({ evidenced: 1, levelVariance: null })], all).level).toEqual({ value: 3, interval: null });
  expect(addPlaces([cell({ levelVariance: 0 })], all).level).toEqual({ value: 3, interval: null });
  expect(addPlaces([cell({ evidenced: 0, level: null, levelVariance: null })], all).level).toBeNull();
});

test("what may not be told is nothing, and not nought", () => {
  expect(addPlaces([cell({ evidenced: 1 })], nothing)).toMatchObject({
    needed: 10,
    neededTold: 0,
    certified: 6,
    evidenced: null,
    applied: null,
    validated: null,
    sustained: null,
    certifiedNotApplied: null,
    level: null,
    fewSeen: true,
    untold: 1,
  });
});

test("a role adds up the skills of which it is told, so that its total tells nothing of the others", () => {
  const told = addPlaces([cell({ evidenced: 8, applied: 5 })], all);
  const whole = addSkills([told, addPlaces([cell({ skillId: "b", evidenced: 1, applied: 1 })], nothing)]);
  expect(whole).toMatchObject({
    needed: 20,
    neededTold: 10,
    evidenced: 8,
    applied: 5,
    certified: 6,
    untold: 1,
    level: null,
  });
  expect(addSkills([addPlaces([cell({ evidenced: 1 })], nothing)])).toMatchObject({ evidenced: null, fewSeen: true });
});

test("a site where too few were seen takes another with it where the total would tell it", () => {
  const sites = (seen: Record<string, number>) =>
    Object.entries(seen).map(([siteId, evidenced]) => cell({ siteId, evidenced, certifiedSeen: evidenced }));
  const seenAt = (seen: Record<string, number>, hidden: string[] = []) => {
    const at = toldPlaces(sites(seen), 5, new Set(hidden));
    return Object.fromEntries([everywhere, ...Object.keys(seen)].map((site) => [site, at(site).seen]));
  };
  expect(seenAt({ a: 1, b: 7, c: 20 })).toEqual({ everywhere: true, a: false, b: false, c: true });
  expect(seenAt({ a: 3, b: 4, c: 20 })).toEqual({ everywhere: true, a: false, b: false, c: true });
  expect(seenAt({ a: 1, b: 0, c: 0 })).toEqual({ everywhere: false, a: false, b: true, c: true });
  // A site of which nothing is shown is told by the total as well.
  expect(seenAt({ a: 1, b: 7, c: 20 }, ["a"])).toEqual({ everywhere: true, a: false, b: false, c: true });
  expect(seenAt({ a: 6, b: 7, c: 20 }, ["a"])).toEqual({ everywhere: true, a: false, b: false, c: true });
});
