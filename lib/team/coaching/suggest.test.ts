import { expect, test } from "vitest";
import type { SkillStanding } from "@/lib/team/person/skill-standing";
import { givenStanding } from "@/test/given-standing";
import { suggest } from "./suggest";

const today = "2026-11-22";
const standing = (skill: string, more: Partial<SkillStanding> = {}) =>
  givenStanding({ skillId: skill, skill, ...more });
const seen = (skill: string, level: number, more: Partial<SkillStanding> = {}) =>
  standing(skill, { state: "applied", level, seenOn: "2026-11-01", ratings: 2, strength: 1.5, ...more });
const of = (standings: SkillStanding[], asked: Parameters<typeof suggest>[1] = []) =>
  suggest([{ personId: "a", name: "Ann", standings }], asked, today).map(({ skill, reason }) => [skill, reason.kind]);

test("the largest gap comes first, a critical one before it, and at most two are said of a person", () => {
  expect(of([seen("small", 2.5), seen("large", 1.5), seen("critical", 2.9, { critical: true })])).toEqual([
    ["critical", "below-target"],
    ["large", "below-target"],
  ]);
});

test("a level without evidence, at the target, or of a skill nobody asks for suggests nothing", () => {
  expect(of([standing("none"), seen("there", 3), seen("other", 1, { isNeeded: false })])).toEqual([]);
  expect(of([standing("own", { state: "self_rated", own: { level: 1, on: today } })])).toEqual([]);
});

test("a certificate nobody saw applied is said after 30 days, old evidence once it has faded", () => {
  expect(
    of([
      standing("new", { state: "recalled", certifiedOn: "2026-11-10" }),
      standing("old", { state: "recalled", certifiedOn: "2026-10-23" }),
      seen("no_longer_seen", 4, { state: "no_longer_seen" }),
    ]),
  ).toEqual([
    ["old", "certified-not-applied"],
    ["no_longer_seen", "no-longer-seen"],
  ]);
});

test("the same question three times is worth a talk, twice is not", () => {
  const again = (asked: number) => of([], [{ personId: "a", what: "Refund limits", asked }]);
  expect(again(3)).toEqual([["Refund limits", "repeated-questions"]]);
  expect(again(2)).toEqual([]);
  expect(of([], [{ personId: "b", what: "Refund limits", asked: 9 }])).toEqual([]);
});
