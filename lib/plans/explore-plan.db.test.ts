import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { evaluations } from "@/db/schema/evaluations";
import { importBatches } from "@/db/schema/imports";
import { initiativeKpis, initiatives } from "@/db/schema/initiatives";
import { kpis, kpiValues } from "@/db/schema/work";
import { currentEvaluation, registeredEvaluation } from "@/lib/evaluation/current-evaluation";
import { readPlan } from "@/lib/evaluation/plan";
import { planHash } from "@/lib/intake/study/plan-hash";
import { undoBatch } from "@/lib/intake/undo-batch";
import { inTenant } from "@/lib/server/tenant-access";
import { type GivenOrganisation, givenData, givenOrganisation } from "@/test/factory";
import { expectSentOnce } from "@/test/sent-once";
import { amendPlan } from "./amend-plan";
import { explorePlan } from "./explore-plan";
import { readExplorations } from "./read-explorations";
import { readRegistration } from "./read-registration";
import { studyOf } from "./study-of";

afterAll(closePool);

const reason = "Does the speed of the work tell another story?";
let given: GivenOrganisation;
let initiativeId = "";

beforeEach(async () => {
  const people = Array.from({ length: 16 }, (_, at) => `P${String(at).padStart(2, "0")}`);
  const values = people.flatMap((id, at) => [
    `errors,2025-03-31,${id},${10 + (at % 5)}`,
    `errors,2025-06-30,${id},${10 + (at % 3) - (at < 8 ? 4 : 0)}`,
    `speed,2025-03-31,${id},${20 + (at % 4)}`,
    `speed,2025-06-30,${id},${20 + (at % 6) + (at < 8 ? 1 : 0)}`,
  ]);
  given = await givenData({
    "people.csv": `employee_id\n${people.join("\n")}\n`,
    "kpis.csv": "kpi,direction\nerrors,down\nspeed,up\n",
    "study.json": JSON.stringify({
      initiative: "refunds",
      title: "Refunds",
      design: "randomised",
      primary_kpi: "errors",
      baseline: { from: "2025-01-01", to: "2025-03-31" },
      follow_up: { from: "2025-04-01", to: "2025-06-30" },
      registered_at: "2025-01-01",
    }),
    "cohort.csv": `employee_id,arm,exposed_on\n${people.map((id, at) => `${id},${at < 8 ? "treatment,2025-04-01" : "control,"}`).join("\n")}\n`,
    "kpi.csv": `kpi,date,employee_id,value\n${values.join("\n")}\n`,
  });
  const [row] = await inTenant(given.orgId, (tx) => tx.select().from(initiatives));
  initiativeId = row?.id ?? "";
});

const explore = (as = given.as("hrbp")) =>
  explorePlan(as, { initiativeId, reason, changes: { primary_kpi: "speed", secondary_kpis: [] } });

test("an import freezes cohort and baseline of the study it brings", async () => {
  expect(await readRegistration(given.as("executive"), initiativeId)).toMatchObject({ by: null, people: 16 });
});

test("exploring makes a copy of the same people, graded C at best, and the registered result stays as it is", async () => {
  const viewer = given.as("ld_lead");
  const registered = await currentEvaluation(viewer, initiativeId);
  const { id } = await explore();
  const explored = await currentEvaluation(viewer, id);
  expect(explored?.result.study.people).toBe(registered?.result.study.people);
  expect(explored?.result.results[0]).toMatchObject({ kpi: "speed" });
  expect(explored?.result.checks.find((check) => check.id === "baseline_locked")).toMatchObject({
    status: "fail",
    says: expect.stringContaining("exploration"),
  });
  expect(explored?.result.claim.grade).toBe("C");
  expect((await currentEvaluation(viewer, initiativeId))?.id).toBe(registered?.id);

  const plan = await inTenant(given.orgId, (tx) => readPlan(tx, id));
  expect(plan && planHash(studyOf(plan))).toBe(plan?.planHash);
  const [listed] = await readExplorations(viewer, initiativeId);
  expect(listed).toMatchObject({
    id,
    reason,
    changes: [{ what: "Primary KPI", from: "errors", to: "speed" }],
    claim: { grade: "C" },
  });
});

test("an exploration is explored from its original, is not amended, and nothing that changes nothing is explored", async () => {
  const { id } = await explore();
  const second = await explorePlan(given.as("admin"), { initiativeId: id, reason, changes: { primary_kpi: "errors" } });
  const plan = await inTenant(given.orgId, (tx) => readPlan(tx, second.id));
  expect(plan?.explores).toBe(initiativeId);
  await expect(
    amendPlan(given.as("admin"), { initiativeId: id, reason, changes: { primary_kpi: "errors" } }),
  ).rejects.toMatchObject({ code: "conflict" });
  await expect(
    explorePlan(given.as("admin"), { initiativeId, reason, changes: { primary_kpi: "errors" } }),
  ).rejects.toMatchObject({ code: "conflict" });
});

test("explorations made at the same time, of a plan and of an exploration of it, are numbered one after the other", async () => {
  const { id } = await explore();
  const from = (one: string) =>
    explorePlan(given.as("admin"), { initiativeId: one, reason, changes: { covariates: ["tenure"] } });
  await Promise.all([from(initiativeId), from(id), from(initiativeId), from(id)]);
  const titles = (await readExplorations(given.as("admin"), initiativeId)).map(({ title }) => title);
  expect(titles.sort()).toEqual([1, 2, 3, 4, 5].map((number) => `Refunds (exploration ${number})`));
});

test("a plan that named a KPI which has gone is not evaluated as registered without it", async () => {
  const viewer = given.as("ld_lead");
  const { orgId } = given;
  await inTenant(orgId, async (tx) => {
    const [speed] = await tx.select().from(kpis).where(eq(kpis.code, "speed"));
    await tx.insert(initiativeKpis).values({ orgId, initiativeId, kpiId: speed?.id ?? "", role: "secondary" });
  });
  await amendPlan(viewer, { initiativeId, reason, changes: { secondary_kpis: [] } });
  expect((await registeredEvaluation(viewer, initiativeId))?.result.results.some(({ kpi }) => kpi === "speed")).toBe(
    true,
  );
  await inTenant(orgId, async (tx) => {
    const [speed] = await tx.select().from(kpis).where(eq(kpis.code, "speed"));
    await tx.delete(kpiValues).where(eq(kpiValues.kpiId, speed?.id ?? ""));
    await tx.delete(kpis).where(eq(kpis.code, "speed"));
  });
  expect(await registeredEvaluation(viewer, initiativeId)).toBeNull();
});

test("an import is not undone under an exploration of its plan", async () => {
  await explore();
  const batches = await inTenant(given.orgId, (tx) => tx.select().from(importBatches));
  const undo = (kind: string) =>
    undoBatch(given.as("admin"), { batchId: batches.find((batch) => batch.kind === kind)?.id ?? "" });
  await undo("cohort");
  await expect(undo("study")).rejects.toMatchObject({ code: "conflict" });
});

test("who may not explore does not, and another organisation's initiative does not exist", async () => {
  for (const role of ["executive", "manager", "employee", "finance", "auditor"] as const) {
    await expect(explore(given.as(role))).rejects.toMatchObject({ code: "forbidden" });
  }
  const other = await givenOrganisation();
  await expect(explore(other.as("admin"))).rejects.toMatchObject({ code: "not-found" });
  await explore();
  expect(await readExplorations(other.as("admin"), initiativeId)).toEqual([]);
});

test("after an amendment the plan as registered is still evaluated, on the data of today and without the amendment's penalty", async () => {
  const viewer = given.as("ld_lead");
  expect(await registeredEvaluation(viewer, initiativeId)).toBeNull();
  const before = await currentEvaluation(viewer, initiativeId);
  await amendPlan(viewer, { initiativeId, reason, changes: { primary_kpi: "speed" } });
  const as = await registeredEvaluation(viewer, initiativeId);
  expect(as?.id).toBe(before?.id);
  expect((await currentEvaluation(viewer, initiativeId))?.result.results[0]).toMatchObject({ kpi: "speed" });

  await given.take({ "kpi.csv": "kpi,date,employee_id,value\nerrors,2025-06-30,P00,3\n" });
  const again = await registeredEvaluation(viewer, initiativeId);
  expect(again?.id).not.toBe(before?.id);
  expect(again?.result.results[0]).toMatchObject({ kpi: "errors" });
  expect(again?.result.checks.find(({ id }) => id === "baseline_locked")?.status).not.toBe("fail");
  const kept = await inTenant(given.orgId, (tx) =>
    tx
      .select()
      .from(evaluations)
      .where(eq(evaluations.planHash, before?.planHash ?? "")),
  );
  expect(kept).toHaveLength(2);
});

test("an exploration sent twice is made once, and sent again with other figures it is refused", async () => {
  const changes = { primary_kpi: "speed", secondary_kpis: [] };
  const asked = { initiativeId, reason, changes };
  await expectSentOnce({
    table: initiatives,
    viewer: given.as("hrbp"),
    send: (viewer, entryId) => explorePlan(viewer, { ...asked, entryId }),
  });
  const entryId = randomUUID();
  await explorePlan(given.as("hrbp"), { ...asked, entryId });
  const other = { ...asked, changes: { secondary_kpis: ["speed"] }, entryId };
  await expect(explorePlan(given.as("hrbp"), other)).rejects.toThrow("kept already, as you first sent it");
});
