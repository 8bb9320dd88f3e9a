import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { auditLog } from "@/db/schema/access";
import { roles, tasks } from "@/db/schema/taxonomy";
import { inTenant } from "@/lib/server/tenant-access";
import { readBrittle } from "@/lib/work/brittle/read-brittle";
import { addFriction } from "@/lib/work/friction/add-friction";
import { readPicker } from "@/lib/work/picker/read-picker";
import { type GivenOrganisation, givenData, givenOrganisation } from "@/test/factory";
import { addWorkflow } from "./add-workflow";
import { orderSteps, removeStep, removeWorkflow, saveStep } from "./change-workflow";
import type { Step } from "./input";
import { readHandOffs } from "./read-hand-offs";
import { readTicketTypes } from "./read-ticket-types";
import { readWorkflow } from "./read-workflow";
import { starters } from "./starters";

afterAll(closePool);

let given: GivenOrganisation;
let ids: Map<string, string>;
const id = (name: string) => ids.get(name) ?? "";
const clerks = Array.from({ length: 6 }, (_, at) => `C${at}`);
const bookers = Array.from({ length: 6 }, (_, at) => `B${at}`);
const moment = (hours: number) => new Date(Date.UTC(2025, 2, 3) + hours * 3_600_000).toISOString();

/** Six cases: referred by a clerk, settled by somebody in billing 30 to 40 hours after, filed by the same one at once, closed by a clerk 2 hours on. */
const events = clerks.flatMap((clerk, at) => {
  const wait = 30 + 2 * at;
  const row = (step: string, who: string, task: string, from: number, to: number) =>
    `${at}${step},${who},${task},${moment(from)},${moment(to)},ok,K${at},Escalation`;
  return [
    row("a", clerk, "refer", 0, 1),
    row("b", bookers[at] ?? "", "settle", 1 + wait, 2 + wait),
    row("c", bookers[at] ?? "", "file", 2 + wait, 3 + wait),
    row("d", clerk, "close", 5 + wait, 6 + wait),
    // Two of these work at once, which is no hand-off.
    row("e", bookers[at] ?? "", "settle", 5.5 + wait, 7 + wait),
  ];
});

beforeEach(async () => {
  given = await givenData({
    "people.csv": `employee_id,role\n${clerks.map((name) => `${name},clerk`).join("\n")}\n${bookers.map((name) => `${name},booker`).join("\n")}\n`,
    "skills.csv":
      "role,task,skill\nclerk,refer,telling\nclerk,close,telling\nbooker,settle,booking\nbooker,file,booking\n",
    "work_events.csv": `event_id,employee_id,task,started_at,completed_at,outcome,case_id,case_type\n${events.join("\n")}\n`,
  });
  const rows = await inTenant(given.orgId, async (tx) => [
    ...(await tx.select().from(roles)),
    ...(await tx.select().from(tasks)),
  ]);
  ids = new Map(rows.map((row) => [row.name, row.id]));
});

const step = (name: string, change: Partial<Step> = {}): Step => ({
  name,
  taskId: id(name) || null,
  goodPath: null,
  failurePath: null,
  decisionQuality: null,
  handsToRoleId: null,
  statedDelayHours: null,
  kpiId: null,
  ...change,
});

async function drawn() {
  const lead = given.as("ld_lead");
  const { id: workflowId } = await addWorkflow(lead, { roleId: id("clerk"), name: "Escalations", starter: null });
  const steps: string[] = [];
  for (const one of [
    step("refer", { handsToRoleId: id("booker"), statedDelayHours: 4 }),
    step("settle"),
    step("close"),
  ]) {
    steps.push((await saveStep(lead, { workflowId, stepId: null, step: one, was: null })).id);
  }
  return { lead, workflowId, steps };
}

test("cases tell how long a hand-off takes, from the end of one step to the start of somebody else's", async () => {
  const { handOffs } = await readHandOffs(given.as("ld_lead"));
  const of = (from: string, to: string) => handOffs.find((one) => one.from === from && one.to === to);
  // 30, 32, ... 40 hours: the middle is 35, nine tenths of the way 39.
  expect(of("refer", "settle")).toMatchObject({
    times: 6,
    known: 6,
    caseType: "Escalation",
    toRole: "booker",
    withheld: false,
  });
  expect(of("refer", "settle")?.median).toBeCloseTo(35, 9);
  expect(of("refer", "settle")?.most).toBeCloseTo(39, 9);
  expect(of("file", "close")?.median).toBeCloseTo(2, 9);
  expect(of("settle", "file")).toBeUndefined();
  expect(of("close", "settle")).toMatchObject({ times: 6, known: 0, median: null });
  const { spots } = await readBrittle(given.as("executive"));
  expect(spots).toMatchObject([{ task: "refer", reasons: [{ kind: "slow-hand-off", toRole: "booker" }] }]);
});

test("a hand-off of few people is withheld", async () => {
  const few = await givenData({
    "people.csv": "employee_id,role\nC0,clerk\nB0,booker\n",
    "work_events.csv": `event_id,employee_id,task,started_at,completed_at,outcome,case_id,case_type\n${events.slice(0, 4).join("\n")}\n`,
  });
  const { handOffs } = await readHandOffs(few.as("admin"));
  expect(handOffs.every((one) => one.withheld && one.median === null && one.times === 0)).toBe(true);
});

test("how long hand-offs take is not told where that is known of few people, nor by the order of what is withheld", async () => {
  const untimed = events.map((event, at) => {
    const cells = event.split(",");
    // Only the first case says when the second step began.
    return cells[2] === "settle" && at >= 5 ? cells.with(3, "").join(",") : event;
  });
  const some = await givenData({
    "people.csv": `employee_id,role\n${clerks.map((name) => `${name},clerk`).join("\n")}\n${bookers.map((name) => `${name},booker`).join("\n")}\n`,
    "work_events.csv": `event_id,employee_id,task,started_at,completed_at,outcome,case_id,case_type\n${untimed.join("\n")}\nx,C0,lone,${moment(0)},${moment(1)},ok,KX,Alone\ny,B0,lone too,${moment(900)},${moment(901)},ok,KX,Alone\n`,
  });
  const { handOffs } = await readHandOffs(some.as("admin"));
  const known = handOffs.find(({ from, to }) => from === "refer" && to === "settle");
  expect(known).toMatchObject({ times: 6, known: 1, median: null, most: null, withheld: false });
  expect(handOffs.at(-1)).toMatchObject({ from: "lone", withheld: true });
});

test("types of tickets stand with what they lose waiting and the hand-off it is lost in", async () => {
  const { types, told } = await readTicketTypes(given.as("ld_lead"));
  expect(told.kind).toBe("current");
  // Waits of 30, 32 ... 40 hours to settle and 2 hours each to close; the median of six lies between the smallest and the largest.
  expect(types).toMatchObject([
    {
      ...{ type: "Escalation", jobs: 30, cases: 6, errors: 0, escalated: 0, assisted: null, handOffs: 18 },
      ...{ waited: 210 + 12, perCase: 37 },
      bottleneck: { from: { name: "refer" }, to: { name: "settle" }, hours: 210, median: 35, interval: [30, 40] },
    },
  ]);
});

test("types of tickets of few people are withheld, and another organisation or an employee sees none", async () => {
  await given.take({
    "work_events.csv": `event_id,employee_id,task,completed_at,case_id,case_type\nz1,C0,refer,${moment(1)},Z1,Complaint\n`,
  });
  const { types } = await readTicketTypes(given.as("executive"));
  expect(types.map(({ type, withheld, jobs }) => [type, withheld, jobs])).toEqual([
    ["Complaint", true, 0],
    ["Escalation", true, 0],
  ]);
  await expect(readTicketTypes(given.as("employee"))).rejects.toMatchObject({ code: "forbidden" });
  expect((await readTicketTypes((await givenOrganisation()).as("admin"))).types).toEqual([]);
});

test("a map holds what people state beside what cases show, with friction on its steps", async () => {
  const { lead, workflowId, steps } = await drawn();
  await addFriction(lead, {
    roleId: id("clerk"),
    taskId: null,
    stepId: steps[0] ?? null,
    kind: "struggle",
    statement: "Whom to ask",
    toldBy: 3,
  });
  const map = await readWorkflow(given.as("executive"), workflowId);
  expect(map).toMatchObject({ name: "Escalations", role: { name: "clerk" }, editing: false });
  expect(map?.steps.map((one) => one.name)).toEqual(["refer", "settle", "close"]);
  expect(map?.steps[0]).toMatchObject({
    statedDelayHours: 4,
    handsTo: { name: "booker" },
    delay: { times: 6 },
    friction: [{ statement: "Whom to ask" }],
  });
  expect(map?.steps[0]?.figures).toMatchObject({ jobs: 6, people: 6 });
  expect(map?.steps[1]?.delay).toBeNull();
  expect(map?.steps[0]?.assets.map(({ kind }) => kind)).toEqual(["Hand-over template"]);
  const { candidates } = await readPicker(lead);
  expect(candidates.map(({ name, role }) => [name, role.name])).toEqual([
    ["Escalations", "clerk"],
    ["No workflow mapped yet", "booker"],
  ]);
  expect(candidates[0]).toMatchObject({
    facts: { steps: 3, stepsWithEvents: 3, delay: { stated: false } },
    score: { parts: { delay: 2, errors: null } },
  });
});

test("steps are changed, ordered and removed, each with an audit row; what somebody else changed is a conflict", async () => {
  const { lead, workflowId, steps } = await drawn();
  const [first = "", second = "", third = ""] = steps;
  const was = step("settle");
  const better = { ...was, goodPath: "Traced to its posting" };
  await saveStep(lead, { workflowId, stepId: second, step: better, was });
  await expect(saveStep(lead, { workflowId, stepId: second, step: was, was })).rejects.toMatchObject({
    code: "conflict",
  });
  await orderSteps(lead, { workflowId, stepIds: [third, first, second] });
  await expect(orderSteps(lead, { workflowId, stepIds: [third, first] })).rejects.toMatchObject({ code: "conflict" });
  expect((await readWorkflow(lead, workflowId))?.steps.map((one) => one.name)).toEqual(["close", "refer", "settle"]);
  await addFriction(lead, {
    roleId: id("clerk"),
    taskId: null,
    stepId: third,
    kind: "struggle",
    statement: "Stays",
    toldBy: 1,
  });
  await removeStep(lead, { stepId: third });
  await expect(removeStep(lead, { stepId: third })).rejects.toMatchObject({ code: "not-found" });
  await expect(
    saveStep(lead, { workflowId, stepId: null, was: null, step: step("x", { taskId: workflowId }) }),
  ).rejects.toMatchObject({
    fields: { taskId: [expect.any(String)] },
  });
  await removeWorkflow(lead, { workflowId });
  expect(await readWorkflow(lead, workflowId)).toBeNull();
  const traces = await inTenant(given.orgId, (tx) =>
    tx.select().from(auditLog).where(eq(auditLog.action, "work.edit")),
  );
  expect(traces).toHaveLength(1 + 3 + 1 + 1 + 1 + 1);
});

test("a starter brings its steps; a name is taken once per role", async () => {
  const input = { roleId: id("clerk"), name: "Onboarding", starter: "onboarding" };
  const { id: workflowId } = await addWorkflow(given.as("admin"), input);
  const map = await readWorkflow(given.as("admin"), workflowId);
  expect(map?.steps.map((one) => one.name)).toEqual(starters[0]?.steps.map((one) => one.name));
  await expect(addWorkflow(given.as("admin"), input)).rejects.toMatchObject({
    code: "conflict",
    fields: { name: [expect.any(String)] },
  });
  await addWorkflow(given.as("admin"), { ...input, roleId: id("booker") });
});

test("who only reads changes nothing, and another organisation's workflow is nothing", async () => {
  const { workflowId, steps } = await drawn();
  const other = await givenOrganisation();
  expect(await readWorkflow(other.as("admin"), workflowId)).toBeNull();
  await expect(
    saveStep(other.as("admin"), { workflowId, stepId: null, step: step("x"), was: null }),
  ).rejects.toMatchObject({ code: "not-found" });
  await expect(removeStep(other.as("admin"), { stepId: steps[0] ?? "" })).rejects.toMatchObject({ code: "not-found" });
  await expect(removeWorkflow(given.as("manager"), { workflowId })).rejects.toMatchObject({ code: "forbidden" });
  await expect(readWorkflow(given.as("employee"), workflowId)).rejects.toMatchObject({ code: "forbidden" });
  expect((await readWorkflow(given.as("admin"), workflowId))?.steps).toHaveLength(3);
});
