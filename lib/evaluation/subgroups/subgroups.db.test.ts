import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { employments } from "@/db/schema/people";
import { roles } from "@/db/schema/taxonomy";
import { evaluateAndKeep } from "@/lib/evaluation/evaluate-command";
import { evaluateInitiative } from "@/lib/evaluation/evaluate-initiative";
import { readPlan } from "@/lib/evaluation/plan";
import { inTenant } from "@/lib/server/tenant-access";
import { didWelch } from "@/lib/stats/did-welch";
import { momentsOf } from "@/lib/stats/moments";
import { seededRandom } from "@/lib/stats/random";
import { type GivenPlan, givenStudy, type StudyPerson } from "@/test/given-study";
import { person } from "@/test/small-study";

afterAll(closePool);

type Placed = StudyPerson & { role: string };
type Shape = Record<string, { treated: number; control: number; effect: number }>;

function people(shape: Shape, seed = 5): Placed[] {
  const random = seededRandom(seed);
  return Object.entries(shape).flatMap(([role, { effect, ...sizes }]) =>
    (["treated", "control"] as const).flatMap((arm) =>
      Array.from({ length: sizes[arm] }, (_, at): Placed => {
        const before = 20 + 2 * random.normal();
        const after = before + random.normal() + (arm === "treated" ? effect : 0);
        const name = arm === "treated" ? "treatment" : "control";
        return { ...person(`${role}-${arm}-${String(at).padStart(3, "0")}`, name, [before, after]), role };
      }),
    ),
  );
}

async function given(plan: GivenPlan, members: readonly Placed[]) {
  const study = await givenStudy(plan, members);
  const names = new Map([...new Set(members.map(({ role }) => role))].map((name) => [name, randomUUID()]));
  await inTenant(study.orgId, async (tx) => {
    await tx.insert(roles).values([...names].map(([name, id]) => ({ orgId: study.orgId, id, name })));
    await tx.insert(employments).values(
      members.map(({ id, role }) => ({
        orgId: study.orgId,
        personId: study.personIds.get(id) ?? "",
        startsOn: "2024-01-01",
        roleId: names.get(role) ?? null,
      })),
    );
  });
  const result = await inTenant(study.orgId, async (tx) => {
    const read = await readPlan(tx, study.initiativeId);
    if (!read) throw new Error("The study was not written");
    return evaluateInitiative(tx, read, { dataVersion: "sha256:test", today: "2026-11-22" });
  });
  if (result.subgroups?.status !== "estimated") throw new Error(result.subgroups?.reason ?? "no subgroups");
  return { study, result, subgroups: result.subgroups };
}

const alike = { treated: 40, control: 40, effect: 1 };

test("a planted difference between roles is found, by name", async () => {
  const members = people({ agent: { ...alike, effect: 4 }, clerk: alike, driver: alike, fitter: alike, nurse: alike });
  const { subgroups } = await given({ design: "comparison" }, members);
  expect(subgroups).toMatchObject({ compares: "change", errors: "welch", minimum: 5 });
  const [role] = subgroups.dimensions;
  expect(role).toMatchObject({ dimension: "role", withheld: 0, not_estimable: [] });
  const told = role?.groups.filter(({ p_adjusted }) => p_adjusted < 0.05).map(({ group }) => group);
  expect(told).toContain("agent");
  const agent = role?.groups.find(({ group }) => group === "agent");
  expect(agent?.difference).toBeGreaterThan(2.4);
  expect(agent?.shrunken?.estimate).toBeLessThan(agent?.estimate ?? 0);
  expect(role?.between?.p).toBeLessThan(0.001);
  expect(role?.between?.tau_ci[0]).toBeGreaterThan(0.3);

  const change = (arm: string) =>
    momentsOf(
      members
        .filter((one) => one.role === "agent" && one.arm === arm)
        .map(({ values: [before, after] }) => Number(after?.value) - Number(before?.value)),
    );
  const expected = didWelch({ treated: change("treatment"), control: change("control") });
  if (expected.kind !== "estimate") throw new Error(expected.reason);
  expect(agent?.estimate).toBeCloseTo(expected.estimate, 10);
  expect(agent?.ci).toEqual(expected.interval.map((end) => expect.closeTo(end, 10)));
});

test("where the effect is one and the same, nobody is told apart", async () => {
  const shape = { agent: alike, clerk: alike, driver: alike, fitter: alike, nurse: alike };
  for (const design of ["comparison", "randomised"] as const) {
    const { subgroups } = await given({ design }, people(shape, 11));
    const [role] = subgroups.dimensions;
    expect(role?.groups).toHaveLength(5);
    expect(role?.groups.filter(({ p_adjusted }) => p_adjusted < 0.05)).toEqual([]);
    expect(role?.between?.tau_ci[0]).toBe(0);
  }
});

test("lots drawn: the value before is taken out with one slope for all, which is the whole study's", async () => {
  const members = people({ agent: alike, clerk: alike });
  const { subgroups, result } = await given({ design: "randomised" }, members);
  expect(subgroups.compares).toBe("adjusted");
  const theta = result.results.find(({ method }) => method === "cuped")?.detail.theta as number;
  const adjusted = (arm: string) =>
    momentsOf(
      members
        .filter((one) => one.role === "clerk" && one.arm === arm)
        .map(({ values: [before, after] }) => Number(after?.value) - theta * Number(before?.value)),
    );
  const expected = adjusted("treatment").mean - adjusted("control").mean;
  expect(subgroups.dimensions[0]?.groups[1]).toMatchObject({ group: "clerk", shrunken: null });
  expect(subgroups.dimensions[0]?.groups[1]?.estimate).toBeCloseTo(expected, 10);
});

test("a role with four people in an arm is withheld with a second one, and named nowhere", async () => {
  const shape = {
    agent: alike,
    clerk: alike,
    driver: { ...alike, treated: 12, control: 12 },
    nurse: { ...alike, treated: 4 },
  };
  const { subgroups } = await given({ design: "comparison" }, people(shape));
  const [role] = subgroups.dimensions;
  expect(role?.groups.map(({ group }) => group)).toEqual(["agent", "clerk"]);
  expect(role?.withheld).toBe(2);
  expect(JSON.stringify(subgroups)).not.toMatch(/nurse|driver/);
});

test("errors go by cluster where teams were assigned, and tenure is told from the date of hire", async () => {
  const members = people({ agent: alike, clerk: alike }).map((one, at) => ({
    ...one,
    cluster: `${one.arm} ${at % 8}`,
    hireDate: at % 2 === 0 ? "2024-09-01" : "2010-01-01",
  }));
  const { subgroups } = await given({ design: "cluster_randomised" }, members);
  expect(subgroups).toMatchObject({ compares: "adjusted", errors: "cr2" });
  expect(subgroups.dimensions.map(({ dimension, groups }) => [dimension, groups.map(({ group }) => group)])).toEqual([
    ["role", ["agent", "clerk"]],
    ["tenure", ["Under 1 year", "10 years or more"]],
  ]);
});

test("without a comparison group nobody is told apart, and who may not evaluate may not ask", async () => {
  const members = people({ agent: alike, clerk: alike });
  await expect(given({ design: "before_after" }, members)).rejects.toThrow(/Without a comparison group/);
  const { study } = await given({ design: "comparison" }, members);
  await expect(evaluateAndKeep(study.as("employee"), { initiativeId: study.initiativeId })).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("the order people came in changes no digit", async () => {
  const members = people({ agent: alike, clerk: alike, driver: alike, nurse: alike });
  const one = await given({ design: "comparison" }, members);
  const other = await given({ design: "comparison" }, members.toReversed());
  expect(other.subgroups).toEqual(one.subgroups);
});
