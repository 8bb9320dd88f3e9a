import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { inTenant } from "@/lib/server/tenant-access";
import { type GivenOrganisation, givenOrganisation } from "@/test/factory";
import { givenCapability } from "@/test/given-capability";
import { readStart } from "./read-start";
import { readStartRoles } from "./read-start-roles";
import { leaveStart, openStart, saveStep } from "./start-commands";

afterAll(closePool);

let given: GivenOrganisation;
let id: (name: string) => string;

beforeEach(async () => {
  ({ given, id } = await givenCapability());
});

const three = ["Checks the order", "Names the rule", "Writes the note"];
const lead = () => given.as("ld_lead");

async function begun() {
  const { id: startId } = await openStart(lead(), { roleId: id("clerk") });
  return startId;
}

test("roles are offered with what speaks for them, and those few people hold are not", async () => {
  const { roles } = await readStartRoles(lead(), null);
  expect(roles.map(({ name }) => name)).toEqual(["clerk"]);
  const [clerk] = roles;
  const points = Object.fromEntries(clerk?.reasons.map((reason) => [reason.id, reason.points]) ?? []);
  // 12 people in two teams are too few, one of two skills is described, a quarter of the jobs went wrong, and no KPI is measured.
  expect(points).toEqual({ kpis: 0, work: 1, pain: 1, size: 0, described: 0.5 });
});

test("beginning twice with a role goes on with the first", async () => {
  const startId = await begun();
  expect(await begun()).toBe(startId);
  const { open } = await readStartRoles(lead(), null);
  expect(open).toMatchObject([{ id: startId, role: "clerk", step: 2 }]);
});

test("each step is kept, and what the role has to choose from stands beside it", async () => {
  const startId = await begun();
  const behaviourIds = three.map(id);
  await saveStep(lead(), { step: "behaviours", startId, skillId: id("Refunds"), behaviourIds });
  const sources = Object.fromEntries(behaviourIds.map((one) => [one, { kind: "people" as const }]));
  await saveStep(lead(), { step: "sources", startId, sources });
  await saveStep(lead(), { step: "assessment", startId, asked: true });
  const start = await readStart(lead(), startId);
  expect(start).toMatchObject({
    role: { name: "clerk", people: 12 },
    skillId: id("Refunds"),
    choices: { behaviourIds, sources, asked: true },
    tasks: [{ name: "file", people: 12, jobs: 144 }],
    asking: { managers: 1 },
  });
  const refunds = start?.skills.find(({ name }) => name === "Refunds");
  expect(refunds?.behaviours.find(({ statement }) => statement === "Checks the order")).toMatchObject({
    anchored: true,
    seen: { manager: 18, peer: 0, system: 0 },
  });
});

test("how often a behaviour was seen in fewer people than the minimum is not told", async () => {
  const startId = await begun();
  await inTenant(given.orgId, (tx) =>
    tx.execute(sql`update organisations set minimum_group_size = 1000 where id = ${given.orgId}`),
  );
  const seen = (await readStart(lead(), startId))?.skills.flatMap(({ behaviours }) => behaviours) ?? [];
  expect(seen.find(({ statement }) => statement === "Checks the order")?.seen).toEqual({
    manager: null,
    peer: 0,
    system: 0,
  });
});

test("behaviours that one need names do not hide those another need of the same skill is shown by", async () => {
  const startId = await begun();
  const shown = async () =>
    (await readStart(lead(), startId))?.skills.find(({ name }) => name === "Refunds")?.behaviours.length;
  const before = await shown();
  await inTenant(given.orgId, async (tx) => {
    await tx.execute(sql`delete from need_behaviours`);
    await tx.execute(sql`
      with task as (insert into tasks (org_id, role_id, name) values (${given.orgId}, ${id("clerk")}, 'Another') returning id),
      need as (
        insert into role_skills (org_id, role_id, skill_id, task_id)
        select ${given.orgId}::uuid, ${id("clerk")}::uuid, ${id("Refunds")}::uuid, id from task returning id)
      insert into need_behaviours (org_id, need_id, behaviour_id)
      select ${given.orgId}::uuid, id, ${id("Checks the order")}::uuid from need`);
  });
  expect(before).toBeGreaterThan(1);
  expect(await shown()).toBeGreaterThanOrEqual(before ?? 0);
});

test("fewer than three behaviours, those of another skill and a behaviour without a source are refused beside the field", async () => {
  const startId = await begun();
  const save = (behaviourIds: string[], skillId = id("Refunds")) =>
    saveStep(lead(), { step: "behaviours", startId, skillId, behaviourIds });
  await expect(save(three.slice(0, 2).map(id))).rejects.toMatchObject({ fields: { behaviourIds: expect.anything() } });
  await expect(save([...three.slice(0, 2).map(id), randomUUID()])).rejects.toMatchObject({
    fields: { behaviourIds: expect.anything() },
  });
  await expect(save(three.map(id), randomUUID())).rejects.toMatchObject({ fields: { skillId: expect.anything() } });
  await save(three.map(id));
  const some = { [id("Names the rule")]: { kind: "people" as const } };
  await expect(saveStep(lead(), { step: "sources", startId, sources: some })).rejects.toMatchObject({
    fields: { sources: expect.anything() },
  });
  const file = (await readStart(lead(), startId))?.tasks[0]?.id ?? "";
  for (const source of [
    { kind: "task" as const, id: randomUUID() },
    { kind: "kpi" as const, id: file },
  ]) {
    const sources = Object.fromEntries(three.map((name) => [id(name), source]));
    await expect(saveStep(lead(), { step: "sources", startId, sources })).rejects.toMatchObject({
      fields: { sources: expect.anything() },
    });
  }
  const sources = Object.fromEntries(
    [...three.map(id), randomUUID()].map((one) => [one, { kind: "task" as const, id: file }]),
  );
  await saveStep(lead(), { step: "sources", startId, sources });
  expect(Object.keys((await readStart(lead(), startId))?.choices.sources ?? {}).sort()).toEqual(three.map(id).sort());
  const comparison = { step: "comparison" as const, startId, kpiId: randomUUID(), weeks: 12 };
  await expect(saveStep(lead(), comparison)).rejects.toMatchObject({ fields: { kpiId: expect.anything() } });
});

test("what was given up stays on record and takes nothing more; each step leaves an audit row", async () => {
  const startId = await begun();
  await leaveStart(lead(), { startId });
  await expect(saveStep(lead(), { step: "assessment", startId, asked: true })).rejects.toMatchObject({
    code: "conflict",
  });
  expect(await begun()).not.toBe(startId);
  const { rows } = await inTenant(given.orgId, (tx) =>
    tx.execute(sql`select subject from audit_log where action = 'start.use' order by at`),
  );
  expect(rows.map(({ subject }) => subject)).toEqual([startId, startId, expect.any(String)]);
});

test("a manager may not, and what is another organisation's is not there", async () => {
  const startId = await begun();
  await expect(openStart(given.as("manager"), { roleId: id("clerk") })).rejects.toMatchObject({ code: "forbidden" });
  const other = (await givenOrganisation()).as("admin");
  expect(await readStart(other, startId)).toBeNull();
  await expect(openStart(other, { roleId: id("clerk") })).rejects.toMatchObject({ code: "not-found" });
  await expect(leaveStart(other, { startId })).rejects.toMatchObject({ code: "not-found" });
});
