import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { auditLog } from "@/db/schema/access";
import { armMembers } from "@/db/schema/arms";
import { initiativeKpis, initiatives } from "@/db/schema/initiatives";
import { people } from "@/db/schema/people";
import { registeredMembers } from "@/db/schema/plans";
import { kpis } from "@/db/schema/work";
import { readDecision } from "@/lib/decisions/read-decisions";
import { recordDecision } from "@/lib/decisions/record-decision";
import { currentEvaluation } from "@/lib/evaluation/current-evaluation";
import { readPlan } from "@/lib/evaluation/plan";
import { readDrift } from "@/lib/intake/study/frozen-cohort";
import { planHash } from "@/lib/intake/study/plan-hash";
import { inTenant } from "@/lib/server/tenant-access";
import { type GivenOrganisation, givenData, givenOrganisation } from "@/test/factory";
import { readRegistration } from "./read-registration";
import { readStart } from "./read-start";
import { discardDraft, registerPlan } from "./register-plan";
import { studyOf } from "./study-of";

afterAll(closePool);

const ids = Array.from({ length: 12 }, (_, at) => `P${String(at).padStart(2, "0")}`);
const chain = {
  role: ["Agent"],
  skill_gap: "Refunds take too long",
  behaviours: ["Checks first", "Says why", "Closes"],
};
let given: GivenOrganisation;

beforeEach(async () => {
  given = await givenData({
    "people.csv": `employee_id\n${ids.join("\n")}\n`,
    "kpis.csv": "kpi,direction,layer\nerrors,down,in_work\nmoney,up,business\n",
    "kpi.csv": `kpi,date,employee_id,value\n${ids.map((id, at) => `errors,2026-09-30,${id},${10 + at}`).join("\n")}\n`,
  });
});

async function draft(change: Partial<typeof initiatives.$inferInsert> = {}): Promise<string> {
  const id = randomUUID();
  const { orgId } = given;
  await inTenant(orgId, async (tx) => {
    await tx.insert(initiatives).values({
      id,
      orgId,
      code: id.slice(0, 8),
      title: "Refunds",
      design: "randomised",
      draft: true,
      chain,
      baselineFrom: "2026-07-01",
      baselineTo: "2026-09-30",
      followUpFrom: "2027-02-01",
      followUpTo: "2027-04-30",
      planHash: "draft",
      ...change,
    });
    const known = await tx.select().from(kpis);
    await tx.insert(initiativeKpis).values(
      known.map((kpi) => ({
        orgId,
        initiativeId: id,
        kpiId: kpi.id,
        role: kpi.code === "errors" ? ("primary" as const) : ("secondary" as const),
      })),
    );
    const everybody = await tx.select().from(people).orderBy(people.employeeId);
    await tx.insert(armMembers).values(
      everybody.map((person, at) => ({
        orgId,
        initiativeId: id,
        personId: person.id,
        arm: at % 2 === 0 ? "treatment" : "control",
        plannedOn: at % 2 === 0 ? "2027-01-15" : null,
      })),
    );
  });
  return id;
}

const drift = (id: string) => inTenant(given.orgId, (tx) => readDrift(tx, given.orgId, id));

test("registering freezes plan, cohort and baseline, and leaves one audit row", async () => {
  const id = await draft();
  const lead = given.as("ld_lead");
  expect(await readStart(lead, id)).toEqual({ gaps: [], starts: "2027-01-15" });
  const { planHash: hash } = await registerPlan(lead, id);

  const plan = await inTenant(given.orgId, (tx) => readPlan(tx, id));
  expect(plan).toMatchObject({ draft: false, planHash: hash, registeredAt: new Date().toISOString().slice(0, 10) });
  expect(plan && planHash(studyOf(plan))).toBe(hash);
  expect(await readRegistration(lead, id)).toMatchObject({ people: 12, planHash: hash });
  const frozen = await inTenant(given.orgId, (tx) => tx.select().from(registeredMembers));
  expect(frozen.map(({ baseline }) => baseline).sort((a, b) => Number(a) - Number(b))).toEqual(
    ids.map((_, at) => 10 + at),
  );
  const traces = await inTenant(given.orgId, (tx) =>
    tx.select().from(auditLog).where(eq(auditLog.action, "plan.register")),
  );
  expect(traces).toMatchObject([{ subject: id, detail: { plan: hash } }]);
  expect(await readStart(lead, id)).toBeNull();
  await expect(registerPlan(lead, id)).rejects.toMatchObject({ code: "conflict" });
});

test("a draft is not evaluated, and one without its chain may not start", async () => {
  const id = await draft({ chain: {}, followUpTo: null });
  await expect(currentEvaluation(given.as("admin"), id)).rejects.toMatchObject({ code: "conflict" });
  const start = await readStart(given.as("ld_lead"), id);
  expect(start?.gaps.map(({ what }) => what)).toEqual([
    "A role",
    "The skill gap",
    "3 to 5 behaviours",
    "A follow-up window",
  ]);
  await expect(registerPlan(given.as("ld_lead"), id)).rejects.toThrow("content library");
});

test.each([
  ["the skill gap", { chain: { ...chain, skill_gap: " " } }, null],
  ["3 to 5 behaviours", { chain: { ...chain, behaviours: ["Checks first", "Checks first", " "] } }, null],
  ["a business kpi", {}, "update kpis set layer = 'talent' where code = 'money'"],
  ["an operational kpi", {}, "update kpis set layer = null where code = 'errors'"],
  ["a baseline window", { baselineTo: null }, null],
  ["a baseline that ends before the start", { baselineTo: "2027-01-15" }, null],
  ["a start to come", {}, "update arm_members set planned_on = '2026-10-02' where planned_on is not null"],
])("the command itself refuses a draft without %s", async (what, change, statement) => {
  const id = await draft(change);
  if (statement) await inTenant(given.orgId, (tx) => tx.execute(sql.raw(statement)));
  await expect(registerPlan(given.as("ld_lead"), id)).rejects.toMatchObject({
    code: "conflict",
    message: `Without a skill gap, a business KPI and a measurable change of behaviour this is a content library. It still lacks ${what}`,
  });
  const plan = await inTenant(given.orgId, (tx) => readPlan(tx, id));
  expect(plan).toMatchObject({ draft: true, registeredAt: null });
});

test("a decision about a draft outlives it in the log", async () => {
  const id = await draft();
  const { id: decisionId } = await recordDecision(given.as("ld_lead"), {
    initiativeId: id,
    kind: "stop",
    title: "Do not begin it",
    reason: "The design could not see the effect.",
    decidedBy: "L&D",
    decidedOn: new Date().toISOString().slice(0, 10),
    reviewOn: null,
  });
  await discardDraft(given.as("ld_lead"), id);
  expect(await readDecision(given.as("ld_lead"), decisionId)).toMatchObject({
    initiativeId: null,
    evidence: { initiative: "Refunds", claim: { kind: "draft" } },
  });
});

test("a draft can be discarded with its draw, a registered plan cannot", async () => {
  const id = await draft();
  await discardDraft(given.as("admin"), id);
  expect(await inTenant(given.orgId, (tx) => tx.$count(armMembers))).toBe(0);
  const kept = await draft();
  await registerPlan(given.as("admin"), kept);
  await expect(discardDraft(given.as("admin"), kept)).rejects.toMatchObject({ code: "conflict" });
});

test("only those who plan register, and another organisation's draft does not exist", async () => {
  const id = await draft();
  for (const role of ["hrbp", "executive", "manager", "employee", "finance", "auditor"] as const) {
    await expect(registerPlan(given.as(role), id)).rejects.toMatchObject({ code: "forbidden" });
    await expect(discardDraft(given.as(role), id)).rejects.toMatchObject({ code: "forbidden" });
  }
  const other = await givenOrganisation();
  await expect(registerPlan(other.as("admin"), id)).rejects.toMatchObject({ code: "not-found" });
  await expect(discardDraft(other.as("admin"), id)).rejects.toMatchObject({ code: "not-found" });
  expect(await readStart(other.as("admin"), id)).toBeNull();
});

test("what moves after registration is counted: values rewritten, arms changed, people gone; a late value is not", async () => {
  const id = await draft();
  await registerPlan(given.as("ld_lead"), id);
  expect(await drift(id)).toMatchObject({ left: 0, added: 0, changedArm: 0, changedBaseline: 0 });

  await given.take({ "kpi.csv": "kpi,date,employee_id,value\nerrors,2026-09-30,P03,99\n" });
  await inTenant(given.orgId, async (tx) => {
    const [first, second] = await tx.select().from(people).orderBy(people.employeeId);
    await tx
      .update(armMembers)
      .set({ arm: "control" })
      .where(eq(armMembers.personId, first?.id ?? ""));
    await tx.delete(armMembers).where(eq(armMembers.personId, second?.id ?? ""));
  });
  expect(await drift(id)).toMatchObject({ people: 12, left: 1, added: 0, changedArm: 1, changedBaseline: 1 });
});

test("a baseline that comes in before anybody starts is added to what is frozen, and is then held to", async () => {
  const id = await draft({ baselineFrom: "2026-10-01", baselineTo: "2026-12-31" });
  await registerPlan(given.as("ld_lead"), id);
  const stored = () =>
    inTenant(given.orgId, (tx) => tx.select().from(registeredMembers).where(sql`baseline is not null`));
  expect(await stored()).toEqual([]);
  await given.take({ "kpi.csv": "kpi,date,employee_id,value\nerrors,2026-12-31,P00,5\n" });
  expect((await stored()).map(({ baseline }) => baseline)).toEqual([5]);
  await given.take({ "kpi.csv": "kpi,date,employee_id,value\nerrors,2026-12-31,P00,7\n" });
  expect(await drift(id)).toMatchObject({ changedBaseline: 1 });
});

test("months of the baseline that come in one by one rewrite nothing, even where the last comes after the start", async () => {
  const id = await draft({ baselineFrom: "2026-07-01", baselineTo: "2026-10-31" });
  await registerPlan(given.as("ld_lead"), id);
  await inTenant(given.orgId, (tx) =>
    tx.update(armMembers).set({ plannedOn: "2026-11-01" }).where(eq(armMembers.initiativeId, id)),
  );
  expect(await drift(id)).toMatchObject({ changedBaseline: 0, withBaseline: 0 });
  const month = (date: string, value: number) =>
    given.take({
      "kpi.csv": `kpi,date,employee_id,value\n${ids.map((one) => `errors,${date},${one},${value}`).join("\n")}\n`,
    });
  await month("2026-08-31", 30);
  await month("2026-10-31", 40);
  expect(await drift(id)).toMatchObject({ changedBaseline: 0, withBaseline: 12 });
  await month("2026-10-31", 50);
  expect(await drift(id)).toMatchObject({ changedBaseline: 12 });
});

test("what is frozen cannot be rewritten by the app", async () => {
  const id = await draft();
  await registerPlan(given.as("ld_lead"), id);
  for (const statement of [
    sql`update plan_registrations set cohort_hash = 'x'`,
    sql`update registered_members set arm = 'control'`,
    sql`truncate registered_members`,
  ]) {
    await expect(inTenant(given.orgId, (tx) => tx.execute(statement))).rejects.toThrow();
  }
  expect(await drift(id)).toMatchObject({ changedArm: 0 });
});
