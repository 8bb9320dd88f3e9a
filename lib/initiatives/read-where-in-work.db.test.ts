import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { initiatives } from "@/db/schema/initiatives";
import { activities } from "@/db/schema/learning";
import { roles, tasks } from "@/db/schema/taxonomy";
import { kpis } from "@/db/schema/work";
import { workflowSteps } from "@/db/schema/workflows";
import { inTenant } from "@/lib/server/tenant-access";
import type { TaxonomyNode } from "@/lib/skills/tree/node";
import { addFriction } from "@/lib/work/friction/add-friction";
import { anchorActivity } from "@/lib/work/friction/anchor-activity";
import { changeFriction } from "@/lib/work/friction/change-friction";
import { readTouching } from "@/lib/work/touching/read-touching";
import { addWorkflow } from "@/lib/work/workflows/add-workflow";
import { readWorkflow } from "@/lib/work/workflows/read-workflow";
import { type GivenOrganisation, givenData, givenOrganisation } from "@/test/factory";
import { publishEdits } from "@/test/given-draft";
import { readWhereInWork } from "./read-where-in-work";

afterAll(closePool);

let given: GivenOrganisation;
let ids: Map<string, string>;
let workflowId: string;
const id = (name: string) => ids.get(name) ?? "";
const clerks = Array.from({ length: 6 }, (_, at) => `C${at}`);

/** Clerks have one error in ten pieces of work in March 2025 and had two in ten half a year before; two sellers have none. */
const values = [...clerks, "S1", "S2"].flatMap((who) => [
  `${who},errors,2025-03-31,${who.startsWith("C") ? 1 : 0},10`,
  `${who},errors,2024-09-30,${who.startsWith("C") ? 2 : 0},10`,
]);
/** Refunds: each clerk does ten a month; four or five of them go wrong until January, one since. */
const jobs = ["2024-11", "2024-12", "2025-01", "2025-02", "2025-03"].flatMap((month) =>
  clerks.flatMap((who, person) =>
    Array.from({ length: 10 }, (_, at) => {
      const wrong = at < (month <= "2025-01" ? 4 + (person % 2) : 1);
      return `${month}${who}${at},${who},refund,${month}-${10 + at}T10:00:00Z,${wrong ? "error" : "ok"}`;
    }),
  ),
);

beforeEach(async () => {
  given = await givenData({
    "people.csv": `employee_id,role\n${clerks.map((name) => `${name},clerk`).join("\n")}\nS1,seller\nS2,seller\n`,
    "skills.csv":
      "role,task,skill,behaviour\nclerk,refund,judging,Asks why\nclerk,refund,judging,Holds back\nclerk,file,judging,Holds back\nseller,sell,judging,Asks why\nclerk,pack,packing,Packs\n",
    "activities.csv":
      "activity,title,delivery,behaviour\ncard,Why card,in_flow,Asks why\npack-tip,Packing tip,in_flow,Packs\n",
    "kpis.csv": "kpi,name,kind,unit,direction\nerrors,Error rate,ratio,share,down\n",
    "kpi_values.csv": `employee_id,kpi,date,numerator,denominator\n${values.join("\n")}\n`,
    "work_events.csv": `event_id,employee_id,task,completed_at,outcome\n${jobs.join("\n")}\n`,
  });
  const rows = await inTenant(given.orgId, async (tx) => [
    ...(await tx.select().from(roles)),
    ...(await tx.select().from(tasks)),
    ...(await tx.select({ id: activities.id, name: activities.code }).from(activities)),
    ...(await tx.select({ id: kpis.id, name: kpis.code }).from(kpis)),
  ]);
  ids = new Map(rows.map((row) => [row.name, row.id]));
  workflowId = (await addWorkflow(given.as("ld_lead"), { roleId: id("clerk"), name: "Refunds", starter: null })).id;
  await inTenant(given.orgId, (tx) =>
    tx.insert(workflowSteps).values(
      ["refund", "file", "pack"].map((name, position) => ({
        orgId: given.orgId,
        workflowId,
        position,
        name: `Do ${name}`,
        taskId: id(name),
        kpiId: name === "refund" ? id("errors") : null,
      })),
    ),
  );
});

async function plan(chain: Record<string, unknown>): Promise<string> {
  const code = randomUUID();
  const [row] = await inTenant(given.orgId, (tx) =>
    tx
      .insert(initiatives)
      .values({ orgId: given.orgId, code, title: `Plan ${code}`, design: "comparison", chain, planHash: code })
      .returning({ id: initiatives.id }),
  );
  return row?.id ?? "";
}
const look = (initiative: string, viewer = given.as("ld_lead")) => readWhereInWork(viewer, initiative);
const told = (task: string) =>
  addFriction(given.as("ld_lead"), {
    roleId: id("clerk"),
    taskId: id(task),
    stepId: null,
    kind: "avoidable_error",
    statement: `Wrong ${task}`,
    toldBy: 3,
  });

test("an initiative is found in the work through its behaviours, with the KPI of the step now and before", async () => {
  const where = await look(await plan({ role: ["clerk"], behaviours: ["Asks why"], skills: ["judging"] }));
  // Filing calls for another behaviour of the skill; selling is another role's.
  expect(where?.tasks).toMatchObject([{ name: "refund", role: "clerk", mapped: true }]);
  expect(where?.steps).toMatchObject([{ name: "Do refund", via: ["Asks why"], workflow: { name: "Refunds" } }]);
  // The clerks alone: 6 of 60 and 12 of 60. Everybody changed by the same.
  expect(where?.steps[0]?.kpi).toMatchObject({
    name: "Error rate",
    planned: false,
    figure: { kind: "figure", people: 6, now: 0.1, before: 0.2 },
  });
  expect(where?.points).toEqual([]);
});

test("a plan keeps the words of its day: a behaviour, skill and role that are called otherwise since lead to the same work", async () => {
  const plans = [
    await plan({ role: ["clerk"], behaviours: ["Asks why"], skills: ["judging"] }),
    await plan({ role: ["clerk"], skills: ["packing"] }),
  ];
  const tasksOf = async () => (await Promise.all(plans.map((one) => look(one)))).map((where) => where?.tasks);
  const before = await tasksOf();
  expect(before).toMatchObject([[{ name: "refund" }], [{ name: "pack" }]]);
  const newWords: Record<string, Partial<TaxonomyNode>> = {
    clerk: { name: "clerk of today" },
    packing: { name: "packing well" },
    "Asks why": { statement: "Asks what it is for" },
  };
  await inTenant(given.orgId, (tx) => tx.execute(sql`update skills set range_reason = 'So it is'`));
  const { outcome } = await publishEdits(given.as("ld_lead"), (index) => ({
    label: "Other words",
    changes: [...index.tree.values()].flatMap((node) => {
      const words = newWords["name" in node ? node.name : node.kind === "behaviour" ? node.statement : ""];
      return words ? [{ id: node.id, before: node, after: { ...node, ...words } as TaxonomyNode }] : [];
    }),
  }));
  expect(outcome.published).not.toBeNull();
  expect(await tasksOf()).toEqual(before.map((tasks) => tasks?.map((task) => ({ ...task, role: "clerk of today" }))));
});

test("a skill without behaviours, or activities alone, lead to the work too; a chain of nothing to nothing", async () => {
  const tasksOf = async (chain: Record<string, unknown>) =>
    (await look(await plan(chain)))?.tasks.map(({ name }) => name).toSorted();
  expect(await tasksOf({ skills: ["judging"] })).toEqual(["file", "refund", "sell"]);
  expect(await tasksOf({ activities: ["pack-tip"] })).toEqual(["pack"]);
  expect(await tasksOf({})).toEqual([]);
});

test("friction there stands in the loop with what became of it, and what its activities were built for", async () => {
  const initiative = await plan({ behaviours: ["Asks why"], role: ["clerk"], activities: ["card"] });
  const [refund, pack] = [await told("refund"), await told("pack")];
  expect((await look(initiative))?.unanchored).toEqual([{ id: id("card"), name: "Why card" }]);
  await anchorActivity(given.as("ld_lead"), { activityId: id("card"), frictionId: pack.id });
  await changeFriction(given.as("ld_lead"), {
    id: refund.id,
    was: "open",
    status: "solved",
    ofProcess: false,
    activityIds: [id("card")],
    stepId: null,
  });
  await inTenant(given.orgId, (tx) =>
    tx.execute(
      sql`update friction_points set figures = '{"solvedOn": "2025-01-31", "signal": "wrong"}' where id = ${refund.id}`,
    ),
  );
  const where = await look(initiative);
  expect(where?.unanchored).toEqual([]);
  const byStatement = new Map(where?.points.map((point) => [point.statement, point]));
  // 12 of 120 (February and March) against 54 of 120 (November and December).
  expect(byStatement.get("Wrong refund")).toMatchObject({
    activities: [{ code: "card" }],
    recheck: { verdict: "fewer", before: 0.45, after: 0.1 },
  });
  expect(byStatement.get("Wrong pack")).toMatchObject({ status: "open", recheck: null });
  expect(where?.steps.map(({ name }) => name)).toEqual(["Do refund", "Do pack"]);

  const map = await readWorkflow(given.as("ld_lead"), workflowId);
  expect(map?.steps.map(({ initiatives: touching }) => touching.map((one) => one.id))).toEqual([
    [initiative],
    [],
    [initiative],
  ]);
  expect(map?.steps.map(({ kpiNow }) => kpiNow?.kind)).toEqual(["figure", undefined, undefined]);
});

test("a KPI of few people is withheld, and who sees no work, no initiatives or another organisation sees none of it", async () => {
  await inTenant(given.orgId, (tx) => tx.execute(sql`update organisations set minimum_group_size = 7`));
  const initiative = await plan({ behaviours: ["Asks why"] });
  expect((await look(initiative))?.steps[0]?.kpi?.figure).toEqual({ kind: "withheld" });
  expect(await look(initiative, given.as("finance"))).toBeNull();
  await expect(look(initiative, given.as("manager"))).rejects.toMatchObject({ code: "forbidden" });
  const ofManager = await readWorkflow(given.as("manager"), workflowId);
  expect(ofManager?.steps.flatMap((step) => step.initiatives)).toEqual([]);
  const other = await givenOrganisation();
  expect(await look(initiative, other.as("admin"))).toBeNull();
  expect(await readTouching(other.as("admin"), { workflowId })).toEqual({});
});
