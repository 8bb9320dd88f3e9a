import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { teams } from "@/db/schema/structure";
import { evaluateInitiative } from "@/lib/evaluation/evaluate-initiative";
import { readPlan } from "@/lib/evaluation/plan";
import { inTenant } from "@/lib/server/tenant-access";
import { type GivenPlan, givenStudy, type StudyPerson } from "@/test/given-study";
import { person } from "@/test/small-study";

afterAll(closePool);

/** People of teams, some of them trained; `gain` is how much an untrained person's figure rises. */
function staff(
  gain: (team: string, at: number) => number,
  mixed = ["a", "b", "c"],
  apart = ["d", "e", "f"],
): StudyPerson[] {
  const one = (team: string, arm: string, at: number, change: number) => ({
    ...person(`${team}-${arm}-${at}`, arm, [10 + at / 10, 10 + at / 10 + change]),
    cluster: `Team ${team}`,
  });
  const untrained = [...mixed, ...apart].flatMap((team) =>
    [0, 1, 2, 3].map((at) => one(team, "control", at, gain(team, at))),
  );
  const trained = mixed.flatMap((team) => [0, 1, 2].map((at) => one(team, "treatment", at, 2 + at / 10)));
  return [...untrained, ...trained];
}

async function spillOver(members: readonly StudyPerson[], plan: GivenPlan = {}) {
  const { orgId, initiativeId } = await givenStudy(plan, members);
  return inTenant(orgId, async (tx) => {
    const names = [...new Set(members.map(({ cluster }) => cluster ?? ""))];
    await tx.insert(teams).values(names.map((name) => ({ orgId, name })));
    const read = await readPlan(tx, initiativeId);
    if (!read) throw new Error("The study was not written");
    const result = await evaluateInitiative(tx, read, { dataVersion: "sha256:test", today: "2026-11-22" });
    return result.spill_over;
  });
}

test("untrained people beside trained ones who improve with them are found, with how much", async () => {
  const found = await spillOver(staff((team, at) => (["a", "b", "c"].includes(team) ? 1 : 0) + at / 10));
  expect(found).toMatchObject({
    status: "estimated",
    by: "contrast",
    nearness: "team",
    counted: "people",
    near: { n: 12 },
    far: { n: 12 },
    direction: "better",
  });
  if (found?.status !== "estimated") throw new Error("Not estimated");
  // Both sides change by 0, 0.1, 0.2 and 0.3, those beside trained people by one more.
  expect(found.estimate).toBeCloseTo(1, 12);
  const variance = (3 * (0.15 ** 2 + 0.05 ** 2) * 2) / 11;
  expect(found.standard_error ?? Number.NaN).toBeCloseTo(Math.sqrt((2 * variance) / 12), 10);
  expect(found.df ?? Number.NaN).toBeCloseTo(22, 6);
});

test("where they change alike nothing is said to spill over", async () => {
  const found = await spillOver(staff((_, at) => at / 10));
  expect(found).toMatchObject({ status: "estimated", direction: "unclear" });
});

test("a figure that should fall: a rise beside trained people is a harm", async () => {
  const found = await spillOver(
    staff((team, at) => (["a", "b", "c"].includes(team) ? 1 : 0) + at / 10),
    {
      kpis: [{ code: "outcome", role: "primary", direction: "down" }],
    },
  );
  expect(found).toMatchObject({ direction: "worse" });
});

test("where errors are clustered a team counts as one", async () => {
  const found = await spillOver(
    staff((team, at) => (["a", "b", "c"].includes(team) ? 1 : 0) + at / 10 + team.charCodeAt(0) / 1000),
    { cluster: "team" },
  );
  expect(found).toMatchObject({ status: "estimated", counted: "clusters", near: { n: 12 } });
  if (found?.status !== "estimated") throw new Error("Not estimated");
  expect(found.df ?? Number.NaN).toBeLessThanOrEqual(4.0001);
});

test("with nobody apart, with nobody near and with too few of either it says so", async () => {
  expect(await spillOver(staff(() => 0, ["a", "b"], []))).toMatchObject({
    reason: expect.stringMatching(/^Every untrained person works beside trained ones, in too few places/),
  });
  const apart = staff((_, at) => at / 10, ["a"], ["d", "e"]).filter(({ id }) => !id.startsWith("a-control"));
  expect(await spillOver(apart)).toMatchObject({ reason: expect.stringMatching(/nowhere for it to spill over/) });
  const few = staff((_, at) => at / 10, ["a"], ["d", "e"]);
  expect(await spillOver(few)).toMatchObject({ reason: expect.stringMatching(/^Too few untrained people/) });
});

test("where everybody works beside trained people, more of them go with more change", async () => {
  // One to four trained people among four untrained ones: the untrained change by the share of trained people, twice over, and by what differs between teams.
  const members = ["a", "b", "c", "d", "e", "f", "g", "h"].flatMap((team, index) => {
    const trained = 1 + (index % 4);
    const change = (2 * trained) / (4 + trained) + (index < 4 ? 0.01 : -0.01);
    const one = (arm: string, at: number, gain: number) => ({
      ...person(`${team}-${arm}-${at}`, arm, [10 + at / 10, 10 + at / 10 + gain]),
      cluster: `Team ${team}`,
    });
    return [
      ...[0, 1, 2, 3].map((at) => one("control", at, change)),
      ...Array.from({ length: trained }, (_, at) => one("treatment", at, 2 + at / 10)),
    ];
  });
  const found = await spillOver(members);
  expect(found).toMatchObject({
    status: "estimated",
    by: "share",
    nearness: "team",
    places: 8,
    people: 32,
    range: [0.2, 0.5],
    direction: "better",
  });
  if (found?.status !== "estimated") throw new Error("Not estimated");
  expect(found.estimate).toBeCloseTo(2, 6);
  expect(found.df).toBe(6);
});
