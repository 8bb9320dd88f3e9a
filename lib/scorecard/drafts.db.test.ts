import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { armMembers } from "@/db/schema/arms";
import { initiatives } from "@/db/schema/initiatives";
import { inTenant } from "@/lib/server/tenant-access";
import { givenScorecard, read, shown } from "@/test/given-scorecard";
import { readStamp } from "./read-stamp";

afterAll(closePool);

test("the arms of a draft and of an exploration are no cohorts, and those of a registered plan are", async () => {
  const { given, ids } = await givenScorecard();
  const viewer = given.as("admin");
  const names = { draft: randomUUID(), registered: randomUUID(), again: randomUUID() };
  const before = await readStamp(viewer, null);
  await inTenant(given.orgId, async (tx) => {
    const one = { orgId: given.orgId, design: "randomised" as const, planHash: "sha256:plan" };
    await tx.insert(initiatives).values([
      { ...one, id: names.draft, code: "draft", title: "Drafted", draft: true },
      { ...one, id: names.registered, code: "registered", title: "Registered" },
      { ...one, id: names.again, code: "again", title: "Looked at again", explores: names.registered },
    ]);
    await tx.insert(armMembers).values(
      [names.draft, names.registered].flatMap((initiativeId) =>
        ["n", "s"].flatMap((place) =>
          Array.from({ length: 7 }, (_, at) => ({
            orgId: given.orgId,
            initiativeId,
            personId: ids[`${place}${at + 1}`] ?? "",
            arm: place === "n" ? "treatment" : "control",
          })),
        ),
      ),
    );
  });
  expect(await readStamp(viewer, null)).not.toBe(before);
  const { header, breakdown } = shown(await read(viewer, { by: "cohort" }));
  const offered = header.choices.scopes.flatMap(({ options }) => options.map(({ label }) => label));
  expect(offered.filter((label) => /Drafted|again/.test(label))).toEqual([]);
  expect(offered.some((label) => label.startsWith("Registered"))).toBe(true);
  expect(JSON.stringify(breakdown)).toContain("Registered");
  expect(JSON.stringify(breakdown)).not.toContain("Drafted");
});
