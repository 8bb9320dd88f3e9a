import { sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { auditLog } from "@/db/schema/access";
import { armMembers } from "@/db/schema/arms";
import { initiatives } from "@/db/schema/initiatives";
import { buildDigest } from "@/lib/digests/content/build-digest";
import { inTenant } from "@/lib/server/tenant-access";
import { givenOrganisation } from "@/test/factory";
import { type GivenProgramme, givenProgramme } from "@/test/given-programme";
import { settleFollowUp } from "./follow-ups";
import { readProgramme } from "./read-programme";
import { readDueReviews } from "./read-standing";
import { startProgramme } from "./start-programme";

afterAll(closePool);

let given: GivenProgramme;
beforeEach(async () => {
  given = await givenProgramme({ begun: false });
});
const lead = () => given.as("ld_lead");
const followUps = async () => (await readProgramme(lead(), given.initiativeId))?.followUps;
const due = async () => (await readDueReviews(lead(), null)).map(({ kind, dueOn, late }) => [kind, dueOn, late]);
const settle = (key: "follow_up_6" | "follow_up_12", state: "done" | "dropped" = "done", viewer = lead()) =>
  settleFollowUp(viewer, { initiativeId: given.initiativeId, key, state });

test("every registered initiative is measured again after six and twelve months, without a programme, until somebody has", async () => {
  expect(await followUps()).toEqual({
    kept: [],
    planned: [
      { key: "follow_up_6", title: "Measure again after 6 months", dueOn: "2025-10-10" },
      { key: "follow_up_12", title: "Measure again after 12 months", dueOn: "2026-04-10" },
    ],
  });
  expect(await due()).toEqual([
    ["follow_up_6", "2025-10-10", true],
    ["follow_up_12", "2026-04-10", true],
  ]);
  const asked = { viewer: lead(), channel: "email", sections: ["reviews"], cadence: "weekly", told: [] } as const;
  const digest = await buildDigest(asked, new Date());
  expect(digest.sections[0]?.items.map(({ text }) => text)).toEqual([
    "To be measured again since 10 October 2025: Refunds",
    "To be measured again since 10 April 2026: Refunds",
  ]);

  await settle("follow_up_6");
  expect(await due()).toEqual([["follow_up_12", "2026-04-10", true]]);
  expect(await followUps()).toMatchObject({
    kept: [{ key: "follow_up_6", state: "done", dueOn: "2025-10-10" }],
    planned: [{ key: "follow_up_12" }],
  });
  await settle("follow_up_12", "dropped");
  expect(await due()).toEqual([]);
  const log = await inTenant(given.orgId, (tx) =>
    tx.select().from(auditLog).where(sql`subject = ${given.initiativeId}`),
  );
  expect(log.map(({ detail }) => detail)).toEqual(
    expect.arrayContaining([{ change: "follow-up done", key: "follow_up_6" }]),
  );
});

test("its day is that of the first exposure, else the follow-up's first; a draft and an exploration have none", async () => {
  const change = (set: Partial<typeof initiatives.$inferInsert>) =>
    inTenant(given.orgId, (tx) => tx.update(initiatives).set(set));
  await inTenant(given.orgId, (tx) => tx.update(armMembers).set({ exposedOn: null }));
  expect((await due()).map(([, on]) => on)).toEqual(["2025-11-01", "2026-05-01"]);
  await change({ followUpFrom: null });
  expect(await due()).toEqual([]);
  expect((await followUps())?.planned.map(({ dueOn }) => dueOn)).toEqual([null, null]);
  await change({ draft: true });
  expect((await followUps())?.planned).toEqual([]);
  await expect(settle("follow_up_6")).rejects.toMatchObject({ code: "conflict" });
});

test("of two at once one settles it, only who may edit programmes does, and another organisation has none of it", async () => {
  const both = await Promise.allSettled([settle("follow_up_6"), settle("follow_up_6", "dropped")]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  await expect(settle("follow_up_12", "done", given.as("executive"))).rejects.toMatchObject({ code: "forbidden" });
  const other = (await givenOrganisation()).as("ld_lead");
  await expect(settle("follow_up_12", "done", other)).rejects.toMatchObject({ code: "not-found" });
  expect(await readDueReviews(other, null)).toEqual([]);
});

test("a programme that begins afterwards keeps what was settled and plans the rest from its own first day", async () => {
  await settle("follow_up_6");
  const { initiativeId, workflowId } = given;
  await startProgramme(lead(), {
    initiativeId,
    workflowId,
    startsOn: "2025-04-20",
    leadId: null,
    pain: "Every third one comes back",
  });
  expect(await followUps()).toMatchObject({
    kept: [
      { key: "follow_up_6", state: "done", dueOn: "2025-10-10" },
      { key: "follow_up_12", state: "open", dueOn: "2026-04-20" },
    ],
    planned: [],
  });
  expect((await due()).filter(([kind]) => String(kind).startsWith("follow"))).toEqual([
    ["follow_up_12", "2026-04-20", true],
  ]);
});
