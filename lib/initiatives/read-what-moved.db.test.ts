import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { importBatches } from "@/db/schema/imports";
import { initiatives } from "@/db/schema/initiatives";
import { kpiValues } from "@/db/schema/work";
import { evaluateAndKeep } from "@/lib/evaluation/evaluate-command";
import { inTenant } from "@/lib/server/tenant-access";
import { type GivenStudy, givenStudy, readStudyFixture } from "@/test/given-study";
import { readInitiative } from "./read-initiative";
import { readWhatMoved } from "./read-what-moved";

afterAll(closePool);

const givenNsw = () => {
  const fixture = readStudyFixture("nsw");
  return givenStudy(fixture.plan, fixture.members);
};

/** Another file comes in; with `value`, it changes what one person earned. */
async function takeIn(study: GivenStudy, sha256: string, value?: number): Promise<void> {
  await inTenant(study.orgId, async (tx) => {
    if (value !== undefined) {
      const person = study.personIds.get("NSW001") ?? "";
      await tx.update(kpiValues).set({ value }).where(eq(kpiValues.personId, person));
    }
    const file = { uploadId: study.initiativeId, kind: "kpi" as const, fileName: "kpi.csv", bytes: 1 };
    await tx.insert(importBatches).values({ ...file, orgId: study.orgId, sha256, status: "done" });
  });
}

const evaluate = (study: GivenStudy) => evaluateAndKeep(study.as("admin"), { initiativeId: study.initiativeId });
const read = (study: GivenStudy) => readWhatMoved(study.as("executive"), study.initiativeId);

test("new values move the headline, and by how much is told against the evaluation before", async () => {
  const study = await givenNsw();
  const first = await evaluate(study);
  expect(await read(study)).toBeNull();
  await takeIn(study, "second", 60_000);
  const second = await evaluate(study);

  const moved = await read(study);
  const [before, now] = [first, second].map(({ result }) => result.results[0]?.estimate ?? 0);
  expect(moved?.moved?.by).toBe((now ?? 0) - (before ?? 0));
  expect(moved?.moved?.by).not.toBe(0);
  expect(moved).toMatchObject({ same: false, before: { evaluatedAt: first.evaluatedAt } });
});

test("data that do not touch the study move nothing; undone, the comparison is with what was undone", async () => {
  const study = await givenNsw();
  const first = await evaluate(study);
  await takeIn(study, "second");
  const second = await evaluate(study);
  expect((await read(study))?.same).toBe(true);

  await inTenant(study.orgId, (tx) =>
    tx.update(importBatches).set({ status: "undone" }).where(eq(importBatches.sha256, "second")),
  );
  const [before, now] = [{ evaluatedAt: second.evaluatedAt }, { evaluatedAt: first.evaluatedAt }];
  expect(await read(study)).toMatchObject({ before, now, same: true });
});

test("another plan's evaluation is no yardstick", async () => {
  const study = await givenNsw();
  await evaluate(study);
  await inTenant(study.orgId, (tx) => tx.update(initiatives).set({ planHash: "sha256:amended" }));
  await takeIn(study, "second", 60_000);
  await evaluate(study);
  expect(await read(study)).toBeNull();
});

test("another organisation's evaluations do not exist, and a manager may not look", async () => {
  const [ours, theirs] = [await givenNsw(), await givenNsw()];
  await evaluate(theirs);
  await takeIn(theirs, "second", 60_000);
  await evaluate(theirs);
  expect(await readWhatMoved(ours.as("admin"), theirs.initiativeId)).toBeNull();
  expect(await read(theirs)).not.toBeNull();
  await expect(readWhatMoved(theirs.as("manager"), theirs.initiativeId)).rejects.toMatchObject({ code: "forbidden" });
});

test("people are counted by the period of their first exposure", async () => {
  const study = await givenNsw();
  const initiative = await readInitiative(study.as("executive"), study.initiativeId);
  expect(initiative?.exposed).toEqual([{ period: "1976", people: 185 }]);
});
