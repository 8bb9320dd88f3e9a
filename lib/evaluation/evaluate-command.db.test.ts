import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { auditLog } from "@/db/schema/access";
import { evaluations } from "@/db/schema/evaluations";
import { importBatches } from "@/db/schema/imports";
import { kpiValues } from "@/db/schema/work";
import { inTenant } from "@/lib/server/tenant-access";
import { givenStudy, readStudyFixture } from "@/test/given-study";
import { currentEvaluation } from "./current-evaluation";
import { evaluateAndKeep } from "./evaluate-command";

afterAll(closePool);

const givenNsw = (plan = {}) => {
  const fixture = readStudyFixture("nsw");
  return givenStudy({ ...fixture.plan, ...plan }, fixture.members);
};

test("an evaluation is kept once with what it was computed from, and a second look gives the same row", async () => {
  const study = await givenNsw({ seed: 7 });
  const first = await evaluateAndKeep(study.as("executive"), { initiativeId: study.initiativeId });
  const second = await evaluateAndKeep(study.as("admin"), { initiativeId: study.initiativeId });
  expect(second).toEqual(first);
  expect(first).toMatchObject({
    seed: 7,
    planHash: "sha256:plan",
    grade: "C",
    dataVersion: expect.stringMatching(/^sha256:/),
  });
  const rows = await inTenant(study.orgId, (tx) => tx.select().from(evaluations));
  expect(rows).toHaveLength(1);
  expect(await currentEvaluation(study.as("hrbp"), study.initiativeId)).toEqual(first);
});

test("what is kept cannot be changed or removed by the app", async () => {
  const study = await givenNsw();
  await evaluateAndKeep(study.as("admin"), { initiativeId: study.initiativeId });
  await expect(inTenant(study.orgId, (tx) => tx.update(evaluations).set({ grade: "A" }))).rejects.toThrow();
  await expect(inTenant(study.orgId, (tx) => tx.delete(evaluations))).rejects.toThrow();
});

test("other data give another evaluation beside the first", async () => {
  const study = await givenNsw();
  const first = await evaluateAndKeep(study.as("admin"), { initiativeId: study.initiativeId });
  await inTenant(study.orgId, async (tx) => {
    await tx
      .update(kpiValues)
      .set({ value: 1 })
      .where(eq(kpiValues.personId, study.personIds.get("NSW001") ?? ""));
    await tx.insert(importBatches).values({
      orgId: study.orgId,
      uploadId: study.initiativeId,
      kind: "kpi",
      fileName: "kpi.csv",
      bytes: 1,
      sha256: "other",
      status: "done",
    });
  });
  const second = await evaluateAndKeep(study.as("admin"), { initiativeId: study.initiativeId });
  expect(second.dataVersion).not.toBe(first.dataVersion);
  expect(second.result.results[0]?.estimate).not.toBe(first.result.results[0]?.estimate);
  expect(await inTenant(study.orgId, (tx) => tx.select().from(evaluations))).toHaveLength(2);
});

test("each evaluation leaves one audit row that names the initiative and nobody", async () => {
  const study = await givenNsw();
  await evaluateAndKeep(study.as("admin"), { initiativeId: study.initiativeId });
  await evaluateAndKeep(study.as("admin"), { initiativeId: study.initiativeId });
  const rows = await inTenant(study.orgId, (tx) => tx.select().from(auditLog));
  expect(rows.map(({ action, subject, detail }) => [action, subject, detail.reused])).toEqual([
    ["initiative.evaluate", study.initiativeId, false],
    ["initiative.evaluate", study.initiativeId, true],
  ]);
  expect(Object.keys(rows[0]?.detail ?? {}).toSorted()).toEqual(["dataVersion", "reused"]);
});

test("managers and employees may not evaluate, and nothing is kept", async () => {
  const study = await givenNsw();
  for (const role of ["manager", "employee"] as const) {
    await expect(evaluateAndKeep(study.as(role), { initiativeId: study.initiativeId })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(currentEvaluation(study.as(role), study.initiativeId)).rejects.toMatchObject({ code: "forbidden" });
  }
  expect(await inTenant(study.orgId, (tx) => tx.select().from(evaluations))).toEqual([]);
});

test("another organisation's initiative does not exist", async () => {
  const [ours, theirs] = [await givenNsw(), await givenNsw()];
  await expect(evaluateAndKeep(ours.as("admin"), { initiativeId: theirs.initiativeId })).rejects.toMatchObject({
    code: "not-found",
  });
  expect(await currentEvaluation(ours.as("admin"), theirs.initiativeId)).toBeNull();
});

test("while the follow-up is open nothing is kept", async () => {
  const study = await givenNsw({ followUpTo: "2999-12-31" });
  const early = await evaluateAndKeep(study.as("admin"), { initiativeId: study.initiativeId });
  expect(early.result.early_until).toBe("2999-12-31");
  expect(await inTenant(study.orgId, (tx) => tx.select().from(evaluations))).toEqual([]);
});
