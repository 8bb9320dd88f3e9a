import { sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { inTenant } from "@/lib/server/tenant-access";
import { type GivenOrganisation, givenOrganisation } from "@/test/factory";
import { givenScorecard, read, shown } from "@/test/given-scorecard";

afterAll(closePool);

let given: GivenOrganisation;
let ids: Record<string, string> = {};

beforeEach(async () => {
  ({ given, ids } = await givenScorecard());
});

test("a role without the scorecard is refused", async () => {
  await expect(read(given.as("employee"))).rejects.toMatchObject({ code: "forbidden" });
  await expect(read(given.as("auditor"))).rejects.toMatchObject({ code: "forbidden" });
});

test("another organisation's unit does not exist", async () => {
  const other = await givenOrganisation();
  expect(await read(other.as("admin"), { scope: `unit:${ids.North}` })).toBeNull();
});

test("a business partner sees their units and nothing beside them", async () => {
  const partner = given.as("hrbp", { units: [ids.North ?? ""] });
  expect(shown(await read(partner)).header).toMatchObject({ people: 9, scope: { label: "Your units" } });
  expect(await read(partner, { scope: `unit:${ids.South}` })).toBeNull();
  expect(await read(partner, { against: `unit:${ids.South}` })).toBeNull();
  expect(shown(await read(partner, { scope: `site:${ids.Oslo}` })).header.people).toBe(9);
  expect(await read(partner, { scope: "line" })).toBeNull();
  const offered = shown(await read(partner)).header.choices.scopes.flatMap((group) =>
    group.options.map((one) => one.value),
  );
  expect(offered).toContain(`unit:${ids.North}`);
  expect(offered).not.toContain(`unit:${ids.South}`);
});

test("a business partner of no unit sees nothing", async () => {
  expect(await read(given.as("hrbp"))).toBeNull();
});

test("a manager sees their reporting line only, whoever stands between", async () => {
  const manager = given.as("manager", { personId: ids.n0 ?? "" });
  const scorecard = shown(await read(manager));
  expect(scorecard.header.people).toBe(7);
  expect(scorecard.tile("error_rate").state).toMatchObject({ kind: "figure", people: 7 });
  expect(await read(manager, { scope: "org" })).toBeNull();
  expect(shown(await read(manager, { scope: `unit:${ids.North}` })).header.people).toBe(7);
  expect(await read(given.as("manager", { personId: ids.n1 ?? "" }))).toMatchObject({
    kind: "withheld",
    why: "too-few",
  });
});

test("a group under the minimum is withheld, and the next smallest with it", async () => {
  expect(await read(given.as("executive"), { scope: `unit:${ids.East}` })).toMatchObject({
    kind: "withheld",
    why: "too-few",
  });
  const scorecard = shown(await read(given.as("executive"), { by: "unit", show: "reach" }));
  const states = Object.fromEntries(scorecard.breakdown?.groups.map((group) => [group.label, group.state]) ?? []);
  expect(states).toMatchObject({
    East: { kind: "withheld", why: "too-few" },
    South: { kind: "withheld", why: "complementary" },
    North: { kind: "figure", people: 9 },
  });
});

test("what is withheld in a table cannot be had by its own address", async () => {
  const viewer = given.as("executive");
  expect(await read(viewer, { scope: `unit:${ids.South}` })).toMatchObject({ kind: "withheld", why: "complementary" });
  expect(await read(viewer, { scope: `role:${ids.clerk}` })).toMatchObject({ kind: "withheld", why: "complementary" });
  expect(await read(viewer, { scope: `unit:${ids.North}` })).toMatchObject({ kind: "shown" });
});

test("a view that differs from one already shown by a small group is refused, to this user in this period", async () => {
  const viewer = given.as("executive");
  expect(shown(await read(viewer)).header.people).toBe(20);
  expect(await read(viewer, { scope: `team:${ids.Crew}` })).toMatchObject({ kind: "withheld", why: "differencing" });
  expect(await read(viewer)).toMatchObject({ kind: "shown" });
  const somebodyElse = { ...viewer, userId: "00000000-0000-4000-8000-000000000001" };
  expect(await read(somebodyElse, { scope: `team:${ids.Crew}` })).toMatchObject({ kind: "shown" });
});

test("the points of a history count as shown in their own periods", async () => {
  const viewer = given.as("executive");
  expect(
    shown(await read(viewer))
      .tile("reach")
      .history.map(({ period }) => period),
  ).toEqual(["2026-Q1", "2026-Q2"]);
  expect(await read(viewer, { scope: `team:${ids.Crew}`, period: "2026-Q1" })).toMatchObject({
    kind: "withheld",
    why: "differencing",
  });
});

test("a point of a history that would reveal a small group is withheld, with the change since and its table", async () => {
  const viewer = given.as("executive");
  expect(await read(viewer, { scope: `team:${ids.Crew}`, period: "2026-Q1" })).toMatchObject({ kind: "shown" });
  const scorecard = shown(await read(viewer));
  const { state, history, change } = scorecard.tile("reach");
  expect(state).toMatchObject({ kind: "figure", people: 20 });
  expect(history.map((point) => point.state.kind)).toEqual(["withheld", "figure"]);
  expect(change).toMatchObject({ kind: "none" });
  expect(scorecard.breakdown?.reference[0]).toBeNull();
});

test("a point of a history is withheld where a unit beside it was too small at that time", async () => {
  await given.take({
    "people.csv": `employee_id,role,unit,hire_date\n${[1, 2, 3, 4].map((i) => `f${i},clerk,Co / East,2026-04-01`).join("\n")}\n`,
  });
  const scorecard = shown(await read(given.as("executive"), { scope: `unit:${ids.South}` }));
  expect(scorecard.tile("reach").history.map((point) => point.state.kind)).toEqual(["withheld", "figure"]);
});

/** An arm of everybody in North but its boss. */
async function givenArm(): Promise<string> {
  return inTenant(given.orgId, async (tx) => {
    const { rows } = await tx.execute<{ id: string }>(sql`
      with initiative as (
        insert into initiatives (org_id, code, title, design, plan_hash, batch_id)
        select org_id, 'guide', 'Guide', 'randomised', '', id from import_batches limit 1 returning *
      ), members as (
        insert into arm_members (org_id, person_id, initiative_id, arm, batch_id)
        select i.org_id, p.id, i.id, 'trained', i.batch_id from initiative i, people p where p.employee_id like 'n%' and p.employee_id <> 'n0'
      ) select id from initiative`);
    return `initiative:${rows[0]?.id}:trained`;
  });
}

test("the groups of a table count as shown", async () => {
  const arm = await givenArm();
  const viewer = given.as("executive");
  const groups = shown(await read(viewer, { by: "unit" })).breakdown?.groups ?? [];
  expect(groups.find(({ label }) => label === "North")?.state).toMatchObject({ kind: "figure", people: 9 });
  expect(await read(viewer, { scope: arm })).toMatchObject({ kind: "withheld", why: "differencing" });
  const somebodyElse = { ...viewer, userId: "00000000-0000-4000-8000-000000000001" };
  expect(await read(somebodyElse, { scope: arm, by: "role" })).toMatchObject({ kind: "shown" });
});

test("a group of a table that would reveal a small group is withheld, in every period it would", async () => {
  const arm = await givenArm();
  const viewer = given.as("executive");
  expect(await read(viewer, { scope: arm, period: "2026-Q1" })).toMatchObject({ kind: "shown" });
  const groups = shown(await read(viewer, { by: "unit" })).breakdown?.groups ?? [];
  const north = groups.find(({ label }) => label === "North");
  expect(north?.history.map(({ state }) => state.kind)).toEqual(["withheld", "figure"]);
});

test("a comparison that would reveal a small group is withheld, the figures stay", async () => {
  const viewer = given.as("executive");
  await read(viewer);
  const scorecard = shown(await read(viewer, { scope: `unit:${ids.North}`, against: `team:${ids.Crew}` }));
  expect(scorecard.tile("reach").state).toMatchObject({ kind: "figure" });
  expect(scorecard.tile("reach").change).toEqual({
    kind: "none",
    reason: "The comparison is withheld: it would reveal a small group.",
  });
});
