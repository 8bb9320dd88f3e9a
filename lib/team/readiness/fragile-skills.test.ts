import { expect, test } from "vitest";
import type { SkillStanding } from "@/lib/team/person/skill-standing";
import { givenStanding } from "@/test/given-standing";
import { fragileSkills } from "./fragile-skills";

const base = givenStanding({ critical: true });
const seen = (level: number, more: Partial<SkillStanding> = {}): SkillStanding => ({
  ...base,
  state: "applied",
  level,
  seenOn: "2026-10-01",
  ...more,
});
const team = (...standings: SkillStanding[]) =>
  fragileSkills(standings.map((one, i) => ({ personId: String(i), name: `P${i}`, standings: [one] })));

test("one person alone is fragile, two are not; the oldest evidence of the ready is named", () => {
  expect(team(seen(3), seen(2), base)).toMatchObject([
    {
      needed: 3,
      ready: [{ name: "P0" }],
      isFragile: true,
      oldest: "2026-10-01",
      next: { kind: "coach", people: [{ name: "P1" }] },
    },
  ]);
  expect(team(seen(3), seen(4, { seenOn: "2026-05-01" }))).toMatchObject([
    { isFragile: false, oldest: "2026-05-01", next: null },
  ]);
});

test("evidence that has faded or disagrees makes nobody ready, and says what to do", () => {
  expect(team(seen(4, { state: "no_longer_seen" }), seen(4, { agree: false }))).toMatchObject([
    { ready: [], disagree: [{ name: "P1" }], next: { kind: "look-together", people: [{ name: "P1" }] } },
  ]);
  expect(team(seen(4, { state: "no_longer_seen" }), base)).toMatchObject([
    { next: { kind: "see-again", people: [{ name: "P0" }] } },
  ]);
  expect(team(base, base)).toMatchObject([{ next: { kind: "observe", people: [{}, {}] } }]);
  expect(team(seen(1), seen(1.5))).toMatchObject([{ next: { kind: "learn" } }]);
});

test("where a person's role has critical needs the others do not count, and the most fragile comes first", () => {
  const usual = { ...base, skillId: "u", skill: "Usual", critical: false };
  const found = fragileSkills([
    { personId: "0", name: "P0", standings: [seen(3), usual] },
    { personId: "1", name: "P1", standings: [{ ...base, skillId: "t", skill: "Taxes" }] },
  ]);
  expect(found.map(({ skill, ready }) => [skill, ready.length])).toEqual([
    ["Taxes", 0],
    ["Refunds", 1],
  ]);
});
