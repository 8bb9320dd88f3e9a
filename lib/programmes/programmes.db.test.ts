import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { auditLog } from "@/db/schema/access";
import { programmeItems } from "@/db/schema/programmes";
import { inTenant } from "@/lib/server/tenant-access";
import { addFriction } from "@/lib/work/friction/add-friction";
import { addWorkflow } from "@/lib/work/workflows/add-workflow";
import { givenOrganisation } from "@/test/factory";
import { type GivenProgramme, givenProgramme, startsOn } from "@/test/given-programme";
import { expectSentOnce } from "@/test/sent-once";
import { fillItems } from "./fill-items";
import { addItem, changeItem, settleItem } from "./items";
import { isOverdue, progressOf } from "./programme";
import { readProgramme } from "./read-programme";
import { changeProgramme, startProgramme } from "./start-programme";

afterAll(closePool);

let given: GivenProgramme;
beforeEach(async () => {
  given = await givenProgramme();
});

const lead = () => given.as("ld_lead");
async function programme() {
  const found = await readProgramme(lead(), given.initiativeId);
  if (!found?.programme) throw new Error("There is no programme");
  return found.programme;
}
const items = async () => (await programme()).items;
const one = async (key: string) => {
  const found = (await items()).find((item) => item.key === key);
  if (!found) throw new Error(`No item ${key}`);
  return found;
};
const common = { note: "", dueOn: null, ownerId: null };

test("a programme begins with its steps, its reviews and what is measured again, and tells what is found beside them", async () => {
  const { workflow, reviews, facts, remarks, ...rest } = await programme();
  expect(rest).toMatchObject({ startsOn, pain: "Every third refund is escalated.", lead: null });
  expect(workflow).toMatchObject({ name: "Escalations", role: "clerk" });
  expect(remarks).toEqual([]);
  expect(rest.items.map(({ part }) => part).filter((part) => part === "setup")).toHaveLength(5);
  expect((await one("follow_up_12")).dueOn).toBe("2026-04-10");
  expect(reviews).toHaveLength(10);
  expect(reviews[0]).toMatchObject({ kind: "content", dueOn: "2025-05-09", heldOn: null });
  const holds = (key: string) => facts[key]?.map((fact) => fact.holds);
  expect(holds("pilot_scoping")).toEqual([true, true]);
  expect(facts.skills_mapping?.[0]).toEqual({
    holds: true,
    says: "3 of 3 behaviours of the chain stand in the taxonomy",
  });
  expect(facts.governance).toEqual([
    { holds: false, says: "Nobody leads it" },
    { holds: true, says: "10 reviews in the diary" },
  ]);
  expect(holds("roi_design")).toEqual([false, false, false, true]);
  await given.take({
    "costs.csv": "initiative,item,kind,amount,currency,date\nrefunds,Cards,content,900,EUR,2025-04-01\n",
  });
  expect((await programme()).facts.roi_design?.[0]).toEqual({ holds: true, says: "1 cost entered" });
  const traces = await inTenant(given.orgId, (tx) =>
    tx.select().from(auditLog).where(eq(auditLog.action, "programme.edit")),
  );
  expect(traces).toMatchObject([{ subject: given.initiativeId, detail: { change: "begun", starts: startsOn } }]);
});

test("it begins once, on one workflow in which something is counted", async () => {
  const input = {
    ...{ initiativeId: given.initiativeId, startsOn, workflowId: given.workflowId, leadId: null },
    pain: "Every third refund is escalated.",
  };
  await expect(startProgramme(lead(), input)).rejects.toMatchObject({ code: "conflict" });
  const { id: empty } = await addWorkflow(lead(), { roleId: given.roleId, name: "Empty", starter: null });
  await inTenant(given.orgId, (tx) => tx.execute(sql`delete from programmes`));
  await expect(startProgramme(lead(), { ...input, workflowId: empty })).rejects.toMatchObject({
    fields: { workflowId: [expect.stringContaining("Nothing in “Empty” is counted")] },
  });
  await expect(startProgramme(lead(), { ...input, pain: "Much" })).rejects.toMatchObject({
    fields: { pain: ["Say what hurts, and how it is counted"] },
  });
  await expect(startProgramme(lead(), { ...input, startsOn: "1990-01-01" })).rejects.toMatchObject({
    fields: { startsOn: ["Choose a day within 20 years of today"] },
  });
  await expect(startProgramme(lead(), { ...input, leadId: randomUUID() })).rejects.toMatchObject({
    fields: { leadId: ["This user cannot take it on"] },
  });
  await expect(startProgramme(lead(), { ...input, workflowId: randomUUID() })).rejects.toMatchObject({
    code: "invalid-input",
  });
});

test("ticking survives two tabs: the second is refused, and what was ticked can be opened again", async () => {
  const { id, revision } = await one("stakeholders");
  const settle = (state: "open" | "done" | "dropped", at: number) => settleItem(lead(), { id, revision: at, state });
  const tries = await Promise.allSettled([settle("done", revision), settle("dropped", revision)]);
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(tries.find((tried) => tried.status === "rejected")).toMatchObject({ reason: { code: "conflict" } });
  await settle("done", revision + 1);
  expect(await one("stakeholders")).toMatchObject({ state: "done", settledOn: new Date().toISOString().slice(0, 10) });
  expect(progressOf((await items()).filter(({ part }) => part === "setup"))).toEqual({ done: 1, of: 5 });
  await settle("open", revision + 2);
  expect(await one("stakeholders")).toMatchObject({ state: "open", settledOn: null, settledBy: null });
  expect(isOverdue(await one("stakeholders"), "2025-04-11")).toBe(true);
});

test("a conversation is attached to a friction point, and belongs to the first thirty days", async () => {
  const { id: frictionId } = await addFriction(lead(), {
    ...{ roleId: given.roleId, taskId: null, stepId: null, kind: "struggle", ofProcess: false },
    ...{ statement: "Nobody knows who may decide", toldBy: 4 },
  });
  const interview = { kind: "interview", detail: { who: "top_performer", frictionId } } as const;
  const about = { ...common, initiativeId: given.initiativeId, title: "She asks the customer first" };
  const { id } = await addItem(lead(), { ...about, ...interview, part: "days_1_30" });
  const added = (await items()).find((item) => item.id === id);
  expect(added).toMatchObject({ kind: "interview", about: "Nobody knows who may decide", key: null });
  expect((await programme()).facts.interviews).toEqual([{ holds: true, says: "1 conversation" }]);
  await expect(addItem(lead(), { ...about, ...interview, part: "days_61_90" })).rejects.toMatchObject({
    code: "invalid-input",
  });
  const gone = { who: "manager", frictionId: randomUUID() } as const;
  await expect(addItem(lead(), { ...about, kind: "interview", detail: gone, part: "days_1_30" })).rejects.toMatchObject(
    { fields: { detail: ["This friction point is not there any more"] } },
  );
});

test("an asset is done when it is concise, role-specific and action-oriented, not before", async () => {
  const detail = { concise: true, roleSpecific: false, actionOriented: false };
  expect((await programme()).facts.assets).toEqual([{ holds: false, says: "No asset yet" }]);
  const asset = { ...common, title: "Refund card" } as const;
  const { id } = await addItem(lead(), {
    ...asset,
    ...{ kind: "asset", detail, part: "days_31_60", initiativeId: given.initiativeId },
  });
  await expect(settleItem(lead(), { id, revision: 1, state: "done" })).rejects.toThrow(
    "not yet role-specific or action-oriented",
  );
  const all = { concise: true, roleSpecific: true, actionOriented: true };
  await changeItem(lead(), { ...asset, id, revision: 1, kind: "asset", detail: all });
  await expect(changeItem(lead(), { ...asset, id, revision: 1, kind: "asset", detail: all })).rejects.toMatchObject({
    code: "conflict",
  });
  await settleItem(lead(), { id, revision: 2, state: "done" });
  expect((await programme()).facts.assets).toEqual([{ holds: true, says: "1 of 1 assets are all three" }]);
});

test("the workflow and the taxonomy become tasks, scenarios and checkpoints, once", async () => {
  expect(await fillItems(lead(), { initiativeId: given.initiativeId })).toEqual({ added: 7 });
  const added = (await items()).filter(({ key }) => key === null);
  expect(added.map(({ kind, title, about }) => [kind, title, about])).toEqual([
    ["task", "refund", null],
    ["scenario", "Asks why", "refund"],
    ["scenario", "Confirms", "refund"],
    ["scenario", "Names the rule", "refund"],
    ["independence", "Asks why", null],
    ["independence", "Confirms", null],
    ["independence", "Names the rule", null],
  ]);
  expect(await fillItems(lead(), { initiativeId: given.initiativeId })).toEqual({ added: 0 });
});

test("another first day moves what is open and leaves what is done, and two changes at once are told apart", async () => {
  const first = await one("one_workflow");
  await settleItem(lead(), { id: first.id, revision: 1, state: "done" });
  const was = { startsOn, workflowId: given.workflowId, leadId: null, pain: "Every third refund is escalated." };
  const next = { ...was, initiativeId: given.initiativeId, startsOn: "2025-04-20", was };
  await changeProgramme(lead(), next);
  expect((await one("one_workflow")).dueOn).toBe(first.dueOn);
  expect((await one("interviews")).dueOn).toBe("2025-05-09");
  expect((await programme()).reviews[0]).toMatchObject({ dueOn: "2025-05-19", revision: 2 });
  await expect(changeProgramme(lead(), next)).rejects.toMatchObject({ code: "conflict" });
});

test("who may not edit reads, who may not see initiatives is refused, another organisation has nothing", async () => {
  const { id } = await one("stakeholders");
  for (const role of ["hrbp", "executive", "finance"] as const) {
    expect(await readProgramme(given.as(role), given.initiativeId)).toMatchObject({ choices: null });
    await expect(settleItem(given.as(role), { id, revision: 1, state: "done" })).rejects.toMatchObject({
      code: "forbidden",
    });
  }
  await expect(readProgramme(given.as("manager"), given.initiativeId)).rejects.toMatchObject({ code: "forbidden" });
  const other = (await givenOrganisation()).as("ld_lead");
  expect(await readProgramme(other, given.initiativeId)).toBeNull();
  await expect(settleItem(other, { id, revision: 1, state: "done" })).rejects.toMatchObject({ code: "not-found" });
  await expect(fillItems(other, { initiativeId: given.initiativeId })).rejects.toMatchObject({ code: "not-found" });
});

test("an item sent twice is added once", () => {
  const scene = { kind: "scenario", detail: { taskId: null, behaviourId: null }, part: "days_31_60" } as const;
  const item = { ...common, ...scene, initiativeId: given.initiativeId, title: "An angry customer" };
  return expectSentOnce({
    table: programmeItems,
    viewer: lead(),
    send: (viewer, entryId) => addItem(viewer, { ...item, entryId }),
  });
});
