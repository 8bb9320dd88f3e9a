import { eq, sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { auditLog } from "@/db/schema/access";
import { evaluations } from "@/db/schema/evaluations";
import { initiatives } from "@/db/schema/initiatives";
import { currentEvaluation } from "@/lib/evaluation/current-evaluation";
import { readPlan } from "@/lib/evaluation/plan";
import { planHash } from "@/lib/intake/study/plan-hash";
import { undoBatch } from "@/lib/intake/undo-batch";
import { inTenant } from "@/lib/server/tenant-access";
import { type GivenOrganisation, givenData, givenOrganisation } from "@/test/factory";
import { amendPlan } from "./amend-plan";
import { readAmendments } from "./read-amendments";
import { readLibraryGaps } from "./read-start";
import { studyOf } from "./study-of";

afterAll(closePool);

const reason = "The release was late, so the window begins later.";
const plan = {
  initiative: "refunds",
  title: "Refunds",
  design: "comparison",
  primary_kpi: "errors",
  secondary_kpis: ["speed"],
  baseline: { from: "2025-01-01", to: "2025-03-31" },
  follow_up: { from: "2025-04-01", to: "2025-06-30" },
  registered_at: "2025-01-01",
};

let given: GivenOrganisation;
let initiativeId = "";
let studyBatch = "";
let cohortBatch = "";

beforeEach(async () => {
  const people = Array.from({ length: 12 }, (_, at) => `P${at}`);
  const values = people.flatMap((id, at) =>
    ["errors", "speed"].flatMap((kpi) => [
      `${kpi},2025-03-31,${id},${10 + (at % 5)}`,
      `${kpi},2025-06-30,${id},${10 + (at % 3) - (at < 6 ? 2 : 0)}`,
    ]),
  );
  given = await givenData({
    "people.csv": `employee_id\n${people.join("\n")}\n`,
    "kpis.csv": "kpi,direction\nerrors,down\nspeed,up\nquality,up\n",
    "kpi.csv": `kpi,date,employee_id,value\n${values.join("\n")}\n`,
  });
  const reports = await given.take({
    "study.json": JSON.stringify(plan),
    "cohort.csv": `employee_id,arm,exposed_on\n${people.map((id, at) => `${id},${at < 6 ? "treatment,2025-04-01" : "control,"}`).join("\n")}\n`,
  });
  studyBatch = reports.find(({ kind }) => kind === "study")?.batchId ?? "";
  cohortBatch = reports.find(({ kind }) => kind === "cohort")?.batchId ?? "";
  const [row] = await inTenant(given.orgId, (tx) => tx.select().from(initiatives));
  initiativeId = row?.id ?? "";
});

const amend = (changes: Parameters<typeof amendPlan>[1]["changes"], as = given.as("ld_lead")) =>
  amendPlan(as, { initiativeId, reason, changes });

test("a plan read back is the plan that was imported, to the hash", async () => {
  const found = await inTenant(given.orgId, (tx) => readPlan(tx, initiativeId));
  expect(found && planHash(studyOf(found))).toBe(found?.planHash);
});

test("an amendment is listed with person, reason and what it changed, results show it, and the registered result is kept", async () => {
  const viewer = given.as("ld_lead");
  const before = await currentEvaluation(viewer, initiativeId);
  expect(before?.result.checks.find(({ id }) => id === "baseline_locked")?.status).toBe("pass");

  expect(
    await amend({
      follow_up: { from: "2025-05-01", to: "2025-06-30" },
      primary_kpi: "speed",
      secondary_kpis: ["errors"],
    }),
  ).toEqual({ number: 1 });
  const [amendment] = await readAmendments(viewer, initiativeId);
  expect(amendment).toMatchObject({
    number: 1,
    reason,
    changes: [
      { what: "Primary KPI", from: "errors", to: "speed" },
      { what: "Secondary KPIs", from: "speed", to: "errors" },
      { what: "Follow-up", from: "2025-04-01 to 2025-06-30", to: "2025-05-01 to 2025-06-30" },
    ],
  });
  const after = await currentEvaluation(viewer, initiativeId);
  expect(after?.result.results[0]).toMatchObject({ kpi: "speed", role: "primary" });
  expect(after?.result.checks.find(({ id }) => id === "baseline_locked")).toMatchObject({
    status: "fail",
    says: expect.stringContaining(reason),
  });
  const kept = await inTenant(given.orgId, (tx) => tx.select().from(evaluations));
  expect(new Set(kept.map(({ planHash: hash }) => hash)).size).toBe(2);

  const [trace] = await inTenant(given.orgId, (tx) =>
    tx.select().from(auditLog).where(eq(auditLog.action, "plan.amend")),
  );
  expect(trace).toMatchObject({ subject: initiativeId, detail: { number: 1 } });
});

test("what cannot be a plan, changes nothing or gives no reason is refused, and nothing is kept", async () => {
  await expect(amend({ primary_kpi: "nobody" })).rejects.toMatchObject({
    fields: { primary_kpi: ["No KPI is called nobody"] },
  });
  await expect(amend({ follow_up: { from: "2025-07-01", to: "2025-06-01" } })).rejects.toMatchObject({
    code: "invalid-input",
  });
  await expect(amend({ baseline: plan.baseline })).rejects.toMatchObject({ code: "conflict" });
  await expect(
    amendPlan(given.as("admin"), { initiativeId, reason: "because", changes: { secondary_kpis: [] } }),
  ).rejects.toMatchObject({ fields: { reason: [expect.stringContaining("Say why")] } });
  expect(await readAmendments(given.as("admin"), initiativeId)).toEqual([]);
});

test("an amendment may not take away what anchored the plan, and may mend what it lacked", async () => {
  await inTenant(given.orgId, (tx) =>
    tx.execute(sql`update kpis set layer = case code when 'errors' then 'in_work' when 'speed' then 'business' end`),
  );
  await expect(amend({ secondary_kpis: [] })).rejects.toThrow("would lack a business kpi, and be a content library");
  await expect(amend({ primary_kpi: "quality" })).rejects.toThrow("would lack an operational kpi");
  await expect(amend({ baseline: { from: "2025-01-01", to: "2025-04-30" } })).rejects.toThrow(
    "would lack a baseline that ends before the start",
  );
  await expect(amend({ baseline: null })).rejects.toMatchObject({ code: "conflict" });
  expect(await readAmendments(given.as("admin"), initiativeId)).toEqual([]);
  const lacks = async () => (await readLibraryGaps(given.as("hrbp"), initiativeId))?.map(({ what }) => what);
  expect(await lacks()).toEqual(["A role", "The skill gap", "3 to 5 behaviours"]);
  await inTenant(given.orgId, (tx) => tx.execute(sql`update kpis set layer = null where code = 'speed'`));
  expect(await lacks()).toContain("A business KPI");
  await inTenant(given.orgId, (tx) => tx.execute(sql`update kpis set layer = 'business' where code = 'quality'`));
  await amend({ secondary_kpis: ["speed", "quality"] });
  expect(await lacks()).not.toContain("A business KPI");
});

test("only those who plan may amend, and another organisation's plan does not exist", async () => {
  for (const role of ["hrbp", "executive", "manager", "employee", "finance", "auditor"] as const) {
    await expect(amend({ secondary_kpis: [] }, given.as(role))).rejects.toMatchObject({ code: "forbidden" });
  }
  const other = await givenOrganisation();
  await expect(amend({ secondary_kpis: [] }, other.as("admin"))).rejects.toMatchObject({ code: "not-found" });
  await amend({ secondary_kpis: [] });
  expect(await readAmendments(other.as("admin"), initiativeId)).toEqual([]);
});

test("two amendments at once are both kept, one after the other", async () => {
  const both = await Promise.all([amend({ secondary_kpis: ["quality"] }), amend({ covariates: ["tenure_months"] })]);
  expect(both.map(({ number }) => number).sort()).toEqual([1, 2]);
});

test("an amended plan cannot be undone with its file", async () => {
  await amend({ secondary_kpis: [] });
  await undoBatch(given.as("admin"), { batchId: cohortBatch });
  await expect(undoBatch(given.as("admin"), { batchId: studyBatch })).rejects.toThrow("has been amended");
});
