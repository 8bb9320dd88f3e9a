import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { initiatives } from "@/db/schema/initiatives";
import { kpis } from "@/db/schema/work";
import { inTenant } from "@/lib/server/tenant-access";
import { givenStudy, readStudyFixture } from "@/test/given-study";
import { evaluateMissing } from "./evaluate-missing";
import { readInitiative } from "./read-initiative";
import { readInitiatives } from "./read-initiatives";

afterAll(closePool);

const givenNsw = (plan = {}) => {
  const fixture = readStudyFixture("nsw");
  return givenStudy({ ...fixture.plan, ...plan }, fixture.members);
};

test("the list shows an initiative before and after it was evaluated", async () => {
  const study = await givenNsw();
  const viewer = study.as("ld_lead");
  const [before] = await readInitiatives(viewer, null);
  expect(before).toMatchObject({ status: "not evaluated", claim: null, headline: null, people: 445 });

  expect(await evaluateMissing(viewer)).toBe(1);
  expect(await evaluateMissing(viewer)).toBe(0);
  const [after] = await readInitiatives(viewer, null);
  expect(after).toMatchObject({
    status: "evaluated",
    kpi: { name: "Earnings in a year" },
    claim: { grade: "C" },
    headline: { kind: "estimate", method: "lin_hc2", value: expect.closeTo(1621.583, 2), n: 445 },
  });
});

test("one that was brought in without its chain is listed with what it lacks, a draft and a whole one are not", async () => {
  const study = await givenNsw();
  const lacks = async (viewer = study.as("hrbp")) =>
    (await readInitiatives(viewer, null)).map(({ gaps }) => gaps.map(({ what }) => what));
  expect(await lacks()).toEqual([
    ["A role", "The skill gap", "3 to 5 behaviours", "An operational KPI", "A business KPI"],
  ]);
  await inTenant(study.orgId, async (tx) => {
    const chain = {
      role: ["Worker"],
      skill_gap: "Work",
      behaviours: ["One", "Two", "Three"],
      kpis: { business: ["sales"] },
    };
    await tx.update(initiatives).set({ chain });
    await tx.update(kpis).set({ layer: "in_work" });
    await tx.insert(kpis).values({ orgId: study.orgId, code: "sales", name: "Sales", layer: "business" });
  });
  expect(await lacks()).toEqual([[]]);
  await inTenant(study.orgId, (tx) => tx.update(initiatives).set({ chain: {}, draft: true }));
  expect(await lacks()).toEqual([[]]);
});

test("an arm under the minimum group size shows no effect", async () => {
  const fixture = readStudyFixture("nsw");
  const few = fixture.members.filter(({ arm }, index) => arm === "control" || index < 4);
  const study = await givenStudy(fixture.plan, few);
  await evaluateMissing(study.as("admin"));
  const [row] = await readInitiatives(study.as("admin"), null);
  expect(row?.headline).toEqual({ kind: "withheld", minimum: 5 });
  expect(row?.claim).toBeNull();
});

test("an initiative whose follow-up is open is too early, and is not evaluated by looking", async () => {
  const study = await givenNsw({ followUpTo: "2999-12-31" });
  expect(await evaluateMissing(study.as("admin"))).toBe(0);
  const [row] = await readInitiatives(study.as("admin"), null);
  expect(row).toMatchObject({ status: "too early", followUpTo: "2999-12-31", claim: null });
});

test("a draft is listed without effect and never evaluated, and an exploration is not listed", async () => {
  const draft = await givenNsw({ draft: true });
  expect(await evaluateMissing(draft.as("admin"))).toBe(0);
  const [row] = await readInitiatives(draft.as("admin"), null);
  expect(row).toMatchObject({ status: "draft", claim: null, headline: null, people: 445 });

  const study = await givenNsw();
  await inTenant(study.orgId, async (tx) => {
    const [own] = await tx.select().from(initiatives);
    if (!own) throw new Error("The study was not written");
    await tx.insert(initiatives).values({ ...own, id: randomUUID(), code: "study-again", explores: own.id });
  });
  expect(await evaluateMissing(study.as("admin"))).toBe(1);
  expect((await readInitiatives(study.as("admin"), null)).map(({ id }) => id)).toEqual([study.initiativeId]);
});

test("one initiative comes with arms and exposure", async () => {
  const study = await givenNsw({ note: "Planted: nothing" });
  const initiative = await readInitiative(study.as("finance"), study.initiativeId);
  expect(initiative).toMatchObject({
    note: "Planted: nothing",
    arms: [
      { label: "control", people: 260, exposed: 0, firstExposed: null },
      { label: "treatment", people: 185, exposed: 185, firstExposed: "1976-06-01" },
    ],
  });
});

test("another organisation's initiative does not exist, and a manager may not look", async () => {
  const [ours, theirs] = [await givenNsw(), await givenNsw()];
  expect(await readInitiative(ours.as("admin"), theirs.initiativeId)).toBeNull();
  expect((await readInitiatives(ours.as("admin"), null)).map(({ id }) => id)).toEqual([ours.initiativeId]);
  await expect(readInitiative(ours.as("manager"), ours.initiativeId)).rejects.toMatchObject({ code: "forbidden" });
  await expect(readInitiatives(ours.as("employee"), null)).rejects.toMatchObject({ code: "forbidden" });
});
