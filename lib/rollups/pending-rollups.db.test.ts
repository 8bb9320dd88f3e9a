import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { pendingRollups } from "@/db/schema/rollups";
import { settleRollups } from "@/lib/intake/settle-rollups";
import { inTenant } from "@/lib/server/tenant-access";
import { givenData, givenOrganisation } from "@/test/factory";
import { hasPendingRollups, postponeRollups, postponeSkillStates, takePendingRollups } from "./pending-rollups";
import { prepareTouched } from "./touched";
import { verifyRollups } from "./verify-rollups";

const files = {
  "people.csv": "employee_id,hire_date,unit\nE1,2025-01-01,A\nE2,2025-01-01,B",
  "activities.csv": "activity,delivery\ncard,in_flow",
  "learning_events.csv":
    "event_id,employee_id,activity,verb,at\n1,E1,card,accessed,2025-03-02T09:00:00Z\n2,E2,card,accessed,2025-04-02T09:00:00Z",
};

test("files of one upload leave the rollups to its end, and then they equal the facts", async () => {
  const { orgId } = await givenData(files);
  await inTenant(orgId, async (tx) => {
    expect(await hasPendingRollups(tx)).toBe(false);
    expect(await verifyRollups(tx, orgId)).toEqual([]);
    const { rows } = await tx.execute(sql`select sum(events)::int as events from person_months`);
    expect(rows).toEqual([{ events: 2 }]);
  });
});

test("what an interrupted upload has postponed is recomputed by the next one", async () => {
  const { orgId, take } = await givenData(files);
  await inTenant(orgId, async (tx) => {
    await tx.execute(sql`update learning_events set verb = 'nudged', assigned_by = 'manager' where event_id = '1'`);
    await prepareTouched(tx);
    await tx.execute(sql`insert into touched select person_id, '2025-03-02' from learning_events where event_id = '1'`);
    await postponeRollups(tx, orgId, false);
  });
  await inTenant(orgId, async (tx) => {
    expect(await hasPendingRollups(tx)).toBe(true);
    expect(await verifyRollups(tx, orgId)).not.toEqual([]);
  });

  await take({ "people.csv": files["people.csv"] });

  await inTenant(orgId, async (tx) => {
    expect(await hasPendingRollups(tx)).toBe(false);
    expect(await verifyRollups(tx, orgId)).toEqual([]);
  });
});

test("what concerns everybody rebuilds everything, and leaves no note however often it was noted", async () => {
  const { orgId } = await givenData(files);
  await inTenant(orgId, async (tx) => {
    await tx.execute(sql`delete from metric_cells`);
    await prepareTouched(tx);
    await postponeRollups(tx, orgId, true);
    await postponeRollups(tx, orgId, true);
    await takePendingRollups(tx, orgId);
    expect(await tx.select().from(pendingRollups)).toEqual([]);
    expect(await verifyRollups(tx, orgId)).toEqual([]);
  });
});

test("another organisation's unfinished upload is not touched", async () => {
  const theirs = await givenData(files);
  await inTenant(theirs.orgId, async (tx) => {
    await prepareTouched(tx);
    await postponeRollups(tx, theirs.orgId, true);
  });
  const ours = await givenOrganisation();
  await settleRollups(ours.orgId);
  expect(await inTenant(theirs.orgId, hasPendingRollups)).toBe(true);
});

test("whoever notes something about everybody does not wait for the recompute that takes the same note away", async () => {
  const { orgId } = await givenData(files);
  await inTenant(orgId, (tx) => postponeSkillStates(tx, orgId));
  await inTenant(orgId, async (taking) => {
    await takePendingRollups(taking, orgId);
    await inTenant(orgId, async (tx) => {
      await tx.execute(sql`set local lock_timeout = '2s'`);
      await postponeSkillStates(tx, orgId);
    });
  });
  expect(await inTenant(orgId, hasPendingRollups)).toBe(true);
});
