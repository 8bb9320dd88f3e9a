import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import type { PoolClient } from "pg";
import { afterAll, expect, test } from "vitest";
import { closePool, pool, type Tx } from "@/db/client";
import { factReferences } from "@/db/schema/fact-references";
import { undoBatch } from "@/lib/intake/undo-batch";
import { verifyRollups } from "@/lib/rollups/verify-rollups";
import { inTenant } from "@/lib/server/tenant-access";
import { givenData } from "./factory";

afterAll(closePool);

const files = {
  "people.csv": "employee_id,hire_date\nE1,2025-01-01\nE2,2025-01-01",
  "skills.csv": "role,skill,behaviour\nClerk,Refunds,Checks the order",
  "activities.csv": "activity,delivery\ncard,in_flow",
  "kpis.csv": "kpi\nspeed",
  "learning_events.csv":
    "event_id,employee_id,activity,verb,at,before_task\n1,E1,card,accessed,2025-03-02T09:00:00Z,Refund an order",
  "work_events.csv": "event_id,employee_id,task,completed_at\n1,E1,Refund an order,2025-03-02T09:00:00Z",
  "observations.csv":
    "observation_id,employee_id,behaviour,level,source,observed_at\n1,E1,Checks the order,3,manager,2025-03-02",
  "kpi.csv": "kpi,date,employee_id,value\nspeed,2025-03-31,E1,4",
};

const pairs = Object.entries(factReferences).flatMap(([fact, columns]) =>
  Object.entries(columns).map(([column, table]) => ({ fact, column, table })),
);

/** Leaves only the facts of one table behind. */
async function keepOnly(tx: Tx, orgId: string, fact: string): Promise<void> {
  for (const other of Object.keys(factReferences)) {
    if (other !== fact) await tx.execute(sql`delete from ${sql.identifier(other)} where org_id = ${orgId}`);
  }
}

test.each(pairs)("what $column of $fact points to cannot be deleted from $table", async ({ fact, column, table }) => {
  const { orgId } = await givenData(files);
  await inTenant(orgId, (tx) => keepOnly(tx, orgId, fact));
  const referred = sql`id in (select ${sql.identifier(column)} from ${sql.identifier(fact)})`;
  const remove = (tx: Tx) => tx.execute(sql`delete from ${sql.identifier(table)} where ${referred}`);
  await expect(inTenant(orgId, remove)).rejects.toMatchObject({ cause: { code: "23503", constraint: "facts_remain" } });
});

test("what no fact points to can be deleted", async () => {
  const { orgId } = await givenData(files);
  await inTenant(orgId, async (tx) => {
    await tx.execute(sql`delete from employments`);
    await tx.execute(sql`delete from people where employee_id = 'E2'`);
    expect((await tx.execute(sql`select employee_id from people`)).rows).toEqual([{ employee_id: "E1" }]);
  });
});

test.each(pairs)(
  "a row of $fact whose $column leads nowhere is found by the check of the rollups",
  async ({ fact, column }) => {
    const { orgId } = await givenData(files);
    await inTenant(orgId, (tx) =>
      tx.execute(sql`update ${sql.identifier(fact)} set ${sql.identifier(column)} = ${randomUUID()}`),
    );
    const found = await inTenant(orgId, (tx) => verifyRollups(tx, orgId));
    expect(found.map(({ table }) => table)).toContain(`${fact}.${column}`);
  },
);

test("an import waits for who deletes the people it is about, and then finds them gone", async () => {
  const { orgId, take } = await givenData({
    "people.csv": files["people.csv"],
    "activities.csv": files["activities.csv"],
  });
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query(
      `set local app.org_id = '${orgId}'; delete from employments; delete from people where employee_id = 'E1'`,
    );
    const importing = take({ "learning_events.csv": files["learning_events.csv"] });
    await untilSomebodyWaitsFor(client);
    await client.query("commit");
    expect(await importing).toMatchObject([{ status: "failed", added: 0 }]);
  } finally {
    client.release();
  }
  expect(await inTenant(orgId, (tx) => tx.execute(sql`select from learning_events`))).toMatchObject({ rowCount: 0 });
});

async function untilSomebodyWaitsFor(client: PoolClient): Promise<void> {
  const { rows } = await client.query("select pg_backend_pid() as pid");
  const isWaitedFor = async () => {
    const found = await pool.query(
      `select from pg_locks held join pg_locks wanted using (transactionid)
      where held.granted and not wanted.granted and held.pid = $1`,
      [rows[0]?.pid],
    );
    return found.rowCount !== 0;
  };
  while (!(await isWaitedFor())) await sleep(10);
}

test("facts that an undo would bring back come back only to what is still there", async () => {
  const { orgId, as, take } = await givenData({
    "people.csv": files["people.csv"],
    "activities.csv": files["activities.csv"],
  });
  const event = (activity: string) =>
    `event_id,employee_id,activity,verb,at\n1,E1,${activity},accessed,2025-03-02T09:00:00Z`;
  await take({ "learning_events.csv": event("first") });
  const [corrected] = await take({ "learning_events.csv": event("second") });
  await inTenant(orgId, (tx) => tx.execute(sql`delete from activities where code = 'first'`));
  await expect(undoBatch(as("admin"), { batchId: corrected?.batchId ?? "" })).rejects.toThrow(
    /activities.* has removed since/,
  );
});
