import { sql } from "drizzle-orm";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { inTenant } from "@/lib/server/tenant-access";
import { givenTeam } from "@/test/given-team";
import { runSignalsOfAll } from "./run-signals-later";

let owner: pg.Pool;
beforeAll(() => {
  owner = new pg.Pool({ connectionString: process.env.DATABASE_URL });
});
afterAll(async () => {
  await owner.end();
  await closePool();
});

test("when a month is over every organisation with an active rule is rated, once, and no other", async () => {
  const [ruled, drafted] = [await givenTeam(), await givenTeam()];
  for (const [{ orgId, idOf }, status] of [
    [ruled, "active"],
    [drafted, "draft"],
  ] as const)
    await inTenant(orgId, (tx) =>
      tx.execute(sql`
        insert into signal_rules (org_id, name, behaviour_id, status, version)
        values (${orgId}, 'A rule', ${idOf("Asks why")}, ${status}, 1)`),
    );
  const query = owner.query.bind(owner) as Parameters<typeof runSignalsOfAll>[1]["query"];
  await runSignalsOfAll(null, { query });
  await runSignalsOfAll(null, { query });
  const { rows } = await owner.query(
    "select task_identifier as task, key from graphile_worker.jobs where key = any($1) order by key",
    [[`signals ${ruled.orgId}`, `signals ${drafted.orgId}`]],
  );
  expect(rows).toEqual([{ task: "run-signals", key: `signals ${ruled.orgId}` }]);
});
