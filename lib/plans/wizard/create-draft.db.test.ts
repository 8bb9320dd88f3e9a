import { randomUUID } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { auditLog } from "@/db/schema/access";
import { armMembers } from "@/db/schema/arms";
import { initiativeKpis, initiatives } from "@/db/schema/initiatives";
import { people } from "@/db/schema/people";
import { readPlan } from "@/lib/evaluation/plan";
import { planHash } from "@/lib/intake/study/plan-hash";
import { readVersions } from "@/lib/plans/read-versions";
import { studyOf } from "@/lib/plans/study-of";
import { inTenant } from "@/lib/server/tenant-access";
import type { GivenOrganisation } from "@/test/factory";
import { givenWizard, wizardToday } from "@/test/given-wizard";
import type { Given } from "./choices";
import { createDraft } from "./create-draft";
import { readWizard } from "./read-wizard";
import { whoGoesWhen } from "./who-goes-when";

afterAll(closePool);

const chosen = {
  kpi: "errors",
  design: "cluster_randomised",
  level: ["site"],
  gap: "They guess",
  behaviour: ["asks", "checks", "notes"],
};
const draftOf = (given: object = {}, title = "Fewer errors", id = randomUUID()) => ({
  input: { id, title, given: { ...chosen, ...given } as Record<string, string | string[]> },
  today: wizardToday,
});
const audited = ({ orgId }: GivenOrganisation) =>
  inTenant(orgId, (tx) => tx.select().from(auditLog).where(eq(auditLog.action, "plan.create")));
const listed = (organisation: GivenOrganisation) => inTenant(organisation.orgId, (tx) => tx.$count(initiatives));

test("a draft is what the wizard showed: plan, KPIs, power, and who goes when", async () => {
  const organisation = await givenWizard();
  const viewer = organisation.as("ld_lead");
  const roles = (await readWizard(viewer, { given: {}, today: wizardToday })).options.roles;
  const role = roles.find(({ name }) => name === "Clerk")?.id ?? "";
  const choices = { role, secondary: ["revenue"], placebo: ["weather"], draw: "2" };
  const draft = draftOf(choices);
  const wizard = await readWizard(viewer, { given: draft.input.given as Given, today: wizardToday });
  const { id } = await createDraft(viewer, draft);
  expect(id).toBe(draft.input.id);

  const { row, plan, kpis, members } = await inTenant(organisation.orgId, async (tx) => ({
    row: (await tx.select().from(initiatives).where(eq(initiatives.id, id)))[0],
    plan: await readPlan(tx, id),
    kpis: await tx.select().from(initiativeKpis).where(eq(initiativeKpis.initiativeId, id)),
    members: await tx.select().from(armMembers).where(eq(armMembers.initiativeId, id)).orderBy(asc(armMembers.cluster)),
  }));
  if (!plan || wizard.kind !== "ready") throw new Error("There is a plan");
  expect(row).toMatchObject({
    code: "fewer-errors",
    title: "Fewer errors",
    design: "cluster_randomised",
    cluster: "team",
    draft: true,
    batchId: null,
    createdBy: viewer.userId,
    baselineFrom: "2026-10-01",
    baselineTo: "2026-12-31",
    followUpFrom: "2027-01-01",
    followUpTo: "2027-03-31",
    seed: wizard.subject.draw?.seed,
    note: expect.stringMatching(/^Lots were drawn 2 times and the last draw was kept \(seed \d+\)\.$/),
    chain: {
      role: ["Clerk"],
      skill_gap: "They guess",
      behaviours: ["asks", "checks", "notes"],
      kpis: { in_work: ["errors"], business: ["revenue"] },
    },
    plannedPower: {
      method: "plan_clusters_ancova",
      power: 0.8,
      alpha: 0.05,
      detectable: wizard.subject.chosen.detectable?.effect,
    },
  });
  expect(row?.planHash).toBe(planHash(studyOf(plan)));
  expect(kpis.map((kpi) => kpi.role).sort()).toEqual(["placebo", "primary", "secondary"]);
  expect(wizard.subject.gaps).toEqual([]);

  expect(members.length).toBe(72);
  const arms = new Map(members.map(({ cluster, arm }) => [cluster, arm]));
  expect(members.every(({ cluster, arm }) => arms.get(cluster) === arm)).toBe(true);
  for (const { arm, plannedOn, exposedOn, assigned, attributes } of members) {
    expect([arm, plannedOn]).toEqual(arm === "control" ? ["control", "2027-04-01"] : ["treatment", "2027-01-01"]);
    expect([exposedOn, assigned]).toEqual([null, "randomised"]);
    expect(["Lyon", "Poznan"]).toContain(attributes.stratum);
  }
  const trained = members.filter(({ arm }) => arm === "treatment");
  expect(trained.filter(({ attributes }) => attributes.stratum === "Lyon").length).toBe(18);
  expect(wizard.subject.draw?.arms.find(({ arm }) => arm === "treatment")?.people).toBe(trained.length);

  const log = await audited(organisation);
  expect(log).toMatchObject([
    { subject: id, actorId: viewer.userId, detail: { code: "fewer-errors", people: 72, draw: 2 } },
  ]);
});

test("sending a draft twice saves it once, at once or one after the other", async () => {
  const organisation = await givenWizard();
  const viewer = organisation.as("admin");
  const draft = draftOf();
  const [one, other] = await Promise.all([createDraft(viewer, draft), createDraft(viewer, draft)]);
  expect([one, other, await createDraft(viewer, draft)]).toEqual([one, one, one]);
  expect(await listed(organisation)).toBe(1);
  expect(await audited(organisation)).toHaveLength(1);
});

test("a name that is taken is refused beside its field, and nothing is left behind", async () => {
  const organisation = await givenWizard();
  const viewer = organisation.as("ld_lead");
  await createDraft(viewer, draftOf());
  await expect(createDraft(viewer, draftOf())).rejects.toMatchObject({
    code: "conflict",
    fields: { title: ["An initiative of this name exists already"] },
  });
  expect(await listed(organisation)).toBe(1);
  expect(await audited(organisation)).toHaveLength(1);
});

test.each([
  ["no KPI", { kpi: "" }, "kpi"],
  ["a KPI nobody has values of", { kpi: "revenue" }, "kpi"],
  ["no design", { design: "" }, "design"],
  ["a design that cannot be done", { design: "comparison" }, "design"],
  ["more teams than there are", { size: "40" }, "size"],
  ["a start that is over", { starts: "2026-11-01" }, "starts"],
  ["no margin for not worse", { question: "not_worse" }, "worth"],
  ["places of nobody", { unit: randomUUID() }, "people"],
])("a draft is refused beside the field that is wrong: %s", async (_, given, field) => {
  const organisation = await givenWizard();
  const refusal = await createDraft(organisation.as("ld_lead"), draftOf(given)).catch((error: unknown) => error);
  expect(refusal).toMatchObject({ code: "invalid-input", fields: { [field]: [expect.any(String)] } });
  expect(await listed(organisation)).toBe(0);
  expect(await audited(organisation)).toHaveLength(0);
});

test("the name is asked for, and places of another organisation are nobody's", async () => {
  const [ours, theirs] = [await givenWizard(), await givenWizard()];
  await expect(createDraft(ours.as("ld_lead"), draftOf({}, " "))).rejects.toMatchObject({
    fields: { title: [expect.any(String)] },
  });
  const { options } = await readWizard(theirs.as("admin"), { given: {}, today: wizardToday });
  const foreign = draftOf({ unit: options.units[0]?.id });
  await expect(createDraft(ours.as("ld_lead"), foreign)).rejects.toMatchObject({
    fields: { people: [expect.any(String)] },
  });
  await expect(createDraft(ours.as("hrbp"), draftOf())).rejects.toMatchObject({ code: "forbidden" });
  await expect(createDraft(ours.as("executive"), draftOf())).rejects.toMatchObject({ code: "forbidden" });
});

test("the list of who goes when has everybody with arm and day, and looking at it is noted", async () => {
  const organisation = await givenWizard();
  const viewer = organisation.as("ld_lead");
  const { id } = await createDraft(viewer, draftOf({ design: "phased", wait: "turn" }));
  const list = await whoGoesWhen(viewer, id);
  const rows = (list?.body ?? "").replace("\ufeff", "").trim().split("\r\n");
  expect(list?.fileName).toBe("fewer-errors-who-goes-when.csv");
  expect(rows[0]).toBe("employee_id,arm,exposed_on,cluster,assigned,planned_on,name,stratum");
  expect(rows).toHaveLength(73);
  expect(rows[1]).toMatch(/^E\d\d,wave-1,,Team \d\d,phased,2027-01-01,Name E\d\d,(Lyon|Poznan)$/);
  expect(rows.at(-1)).toMatch(/,wave-3,,Team \d\d,phased,2027-03-01,/);
  const traces = await inTenant(organisation.orgId, (tx) =>
    tx.select().from(auditLog).where(eq(auditLog.action, "plan.list")),
  );
  expect(traces).toMatchObject([{ subject: id, detail: { people: 72 } }]);

  const other = await givenWizard();
  expect(await whoGoesWhen(other.as("ld_lead"), id)).toBeNull();
  await expect(whoGoesWhen(organisation.as("hrbp"), id)).rejects.toMatchObject({ code: "forbidden" });
  expect(await inTenant(organisation.orgId, (tx) => tx.$count(people))).toBe(73);
});

test("the next version of a registered plan knows what it goes on from, once, and its page tells what changed", async () => {
  const organisation = await givenWizard();
  const viewer = organisation.as("ld_lead");
  const { id: first } = await createDraft(viewer, draftOf());
  await expect(createDraft(viewer, draftOf({ iterates: first }, "Second"))).rejects.toMatchObject({
    code: "conflict",
    message: "The version before this one is a draft: change that one instead",
  });
  await inTenant(organisation.orgId, (tx) => tx.update(initiatives).set({ draft: false }));
  const start = await readVersions(viewer, first);
  expect(start?.nextHref).toContain(`iterates=${first}`);
  expect((await readVersions(organisation.as("hrbp"), first))?.nextHref).toBeNull();

  const again = { iterates: first, behaviour: ["asks", "checks", "closes"], secondary: ["revenue"] };
  const { id: second } = await createDraft(viewer, draftOf(again, "Fewer errors, version 2"));
  const found = await readVersions(viewer, first);
  expect(found).toMatchObject({
    nextHref: null,
    versions: [
      { id: first, version: 1, draft: false, changes: [] },
      { id: second, version: 2, draft: true, title: "Fewer errors, version 2" },
    ],
  });
  expect(found?.versions[1]?.changes).toEqual([
    { what: "Behaviours", from: "asks, checks, notes", to: "asks, checks, closes" },
    { what: "Secondary KPIs", from: "none", to: expect.any(String) },
  ]);
  expect((await readVersions(viewer, second))?.versions.map(({ id }) => id)).toEqual([first, second]);
  await expect(createDraft(viewer, draftOf({ iterates: first }, "Third"))).rejects.toMatchObject({
    code: "conflict",
    message: "Version 2 exists already. Go on from that one",
  });
  await expect(createDraft(viewer, draftOf({ iterates: randomUUID() }, "Fourth"))).rejects.toMatchObject({
    code: "invalid-input",
  });
  const other = (await givenWizard()).as("ld_lead");
  expect(await readVersions(other, first)).toBeNull();
  await expect(createDraft(other, draftOf({ iterates: first }, "Theirs"))).rejects.toMatchObject({
    code: "invalid-input",
  });
});
