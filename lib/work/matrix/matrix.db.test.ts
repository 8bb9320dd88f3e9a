import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { auditLog } from "@/db/schema/access";
import { businessUnits } from "@/db/schema/structure";
import { roles, tasks } from "@/db/schema/taxonomy";
import { inTenant } from "@/lib/server/tenant-access";
import { type GivenOrganisation, givenData, givenOrganisation } from "@/test/factory";
import { placeTask } from "./place-task";
import { readMatrix } from "./read-matrix";

afterAll(closePool);

let given: GivenOrganisation;
let ids: Map<string, string>;
const id = (name: string) => ids.get(name) ?? "";

/** Six people of one unit and two of another; each does ten easy jobs and four hard ones, half of which go wrong. */
const names = ["E1", "E2", "E3", "E4", "E5", "E6", "F1", "F2"];
const people = names.map(
  (name) => `${name},clerk,Co / ${name.startsWith("E") ? "Ops" : "Sales"},${name === "E1" ? "" : "E1"}`,
);
const jobs = names.flatMap((name) => [
  ...Array.from(
    { length: 10 },
    (_, at) => `${name}-e${at},${name},easy,2025-03-${10 + at}T10:00:00Z,2025-03-${10 + at}T10:06:00Z,ok,false`,
  ),
  ...Array.from(
    { length: 4 },
    (_, at) =>
      `${name}-h${at},${name},hard,2025-03-${10 + at}T11:00:00Z,2025-03-${10 + at}T11:30:00Z,${at < 2 ? "error" : "ok"},${at === 0}`,
  ),
  `${name}-r,${name === "F1" ? "F1" : "F2"},rare,,2025-03-25T11:00:00Z,ok,`,
]);

beforeEach(async () => {
  given = await givenData({
    "people.csv": `employee_id,role,unit,manager_id\n${people.join("\n")}\n`,
    "skills.csv":
      "role,task,frequency,impact,skill,facet\nclerk,easy,5,4,typing,fluency\nclerk,hard,2,2,judging,judgment\nclerk,rare,,,typing,fluency\n",
    "work_events.csv": `event_id,employee_id,task,started_at,completed_at,outcome,assisted\n${jobs.join("\n")}\n`,
  });
  const rows = await inTenant(given.orgId, async (tx) => [
    ...(await tx.select().from(roles)),
    ...(await tx.select().from(tasks)),
    ...(await tx.select().from(businessUnits)),
  ]);
  ids = new Map(rows.map((row) => [row.name, row.id]));
});

const look = async (viewer = given.as("ld_lead")) => {
  const matrix = await readMatrix(viewer, id("clerk"));
  return { ...matrix, task: (name: string) => matrix.tasks.find((task) => task.name === name) };
};

test("a role's tasks stand where they were placed and where work events have them", async () => {
  const { period, task, figures } = await look();
  expect(period).toEqual({ start: "2024-10-01", end: "2025-04-01" });
  expect(figures).toMatchObject({ people: 8, personMonths: 8, jobs: 112 });
  // 80 of 112 jobs; nothing goes wrong in them.
  expect(task("easy")).toMatchObject({
    placed: { frequency: 5, impact: 4 },
    computed: { frequency: { level: 5, shareOfJobs: 80 / 112, perPersonMonth: 10 }, impact: { level: 1, times: 0 } },
    facets: ["fluency"],
  });
  expect(task("hard")).toMatchObject({ placed: { frequency: 2, impact: 2 }, computed: { frequency: { level: 5 } } });
  expect(task("hard")?.figures?.signals.wrong).toMatchObject({ count: 16, of: 32, share: 0.5, rest: 0 });
  expect(task("hard")?.figures?.signals.assisted).toMatchObject({ share: 0.25, rest: 0 });
});

test("a task done by too few people is withheld, and in no total from which it could be taken", async () => {
  const { task, figures } = await look();
  expect(task("rare")).toMatchObject({ withheld: true, figures: null, computed: null, placed: null });
  expect(figures?.jobs).toBe((task("easy")?.figures?.jobs ?? 0) + (task("hard")?.figures?.jobs ?? 0));
});

test("figures are cut to what the viewer sees: their units, or who reports to them", async () => {
  expect((await look(given.as("hrbp", { units: [id("Ops")] }))).figures).toMatchObject({ people: 6 });
  expect((await look(given.as("hrbp", { units: [id("Sales")] }))).figures).toBeNull();
  expect((await look(given.as("manager"))).period).toBeNull();
  await expect(readMatrix(given.as("employee"), id("clerk"))).rejects.toMatchObject({ code: "forbidden" });
});

test("placing a task is kept with an audit row, and refused where somebody was faster", async () => {
  const lead = given.as("ld_lead");
  const move = (was: { frequency: number | null; impact: number | null }, frequency: number, impact: number) =>
    placeTask(lead, { taskId: id("rare"), frequency, impact, was });
  await move({ frequency: null, impact: null }, 2, 5);
  await expect(move({ frequency: null, impact: null }, 3, 3)).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringContaining("at 2 and 5"),
  });
  await move({ frequency: null, impact: null }, 2, 5);
  expect((await look()).task("rare")?.placed).toEqual({ frequency: 2, impact: 5 });
  const traces = await inTenant(given.orgId, (tx) =>
    tx.select().from(auditLog).where(eq(auditLog.action, "work.edit")),
  );
  expect(traces).toHaveLength(2);
  expect(traces[0]).toMatchObject({
    subject: id("rare"),
    detail: { change: "placed", is: { frequency: 2, impact: 5 } },
  });
});

test("nobody else places it: not who only reads, not another organisation, not beyond the levels", async () => {
  const input = { taskId: id("easy"), frequency: 1, impact: 1, was: { frequency: 5, impact: 4 } };
  await expect(placeTask(given.as("hrbp", { units: [id("Co")] }), input)).rejects.toMatchObject({ code: "forbidden" });
  const other = await givenOrganisation();
  await expect(placeTask(other.as("admin"), input)).rejects.toMatchObject({ code: "not-found" });
  expect((await readMatrix(other.as("admin"), id("clerk"))).role).toBeNull();
  await expect(placeTask(given.as("admin"), { ...input, impact: 6 })).rejects.toMatchObject({ code: "invalid-input" });
  expect((await look()).task("easy")?.placed).toEqual({ frequency: 5, impact: 4 });
});

test("a figure of a task is not told where it is known of fewer people than the minimum", async () => {
  const known = (name: string) =>
    name === "E1" ? "2025-03-10T10:00:00Z,2025-03-10T11:00:00Z,error" : ",2025-03-10T11:00:00Z,";
  const few = await givenData({
    "people.csv": `employee_id,role\n${names.map((name) => `${name},clerk`).join("\n")}\n`,
    "skills.csv": "role,task,skill\nclerk,easy,typing\n",
    "work_events.csv": `event_id,employee_id,task,started_at,completed_at,outcome,value\n${names
      .map((name) => `${name},${name},easy,${known(name)},${name === "E1" ? 900 : ""}`)
      .join("\n")}\n`,
  });
  const [role] = await inTenant(few.orgId, (tx) => tx.select().from(roles));
  const { tasks: found } = await readMatrix(few.as("ld_lead"), role?.id ?? "");
  expect(found[0]?.figures).toMatchObject({
    people: 8,
    jobs: 8,
    minutes: null,
    value: null,
    signals: { wrong: null, escalated: null },
  });
});
