import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { inTenant } from "@/lib/server/tenant-access";

/**
 * Attaching a partition locks every table it points to, in an order of its own. Imports hold this lock together while they write,
 * and it alone while partitions are made: so neither waits for a table that the other holds.
 */
const partitionLock = 7_306;

/** Call before the first write of an import: from here on no partition is made until the transaction ends. */
export async function keepPartitions(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${partitionLock})`);
}

/**
 * Makes the monthly partitions that are missing, in a transaction of its own; empty ones that an interrupted import leaves behind
 * are harmless. @param months "2025-03"; only these, so that one slip of a year does not open the years between
 */
export async function ensurePartitions(orgId: string, parent: string, months: ReadonlySet<string>): Promise<void> {
  const names = [...months];
  await inTenant(orgId, async (tx) => {
    const missing = () =>
      tx.execute<{ month: string }>(sql`
      select m as month from unnest(${sql.param(names)}::text[]) m
      where to_regclass(${parent} || '_' || replace(m, '-', '_')) is null`);
    if ((await missing()).rows.length === 0) return;
    await tx.execute(sql`select pg_advisory_xact_lock(${partitionLock})`);
    for (const { month } of (await missing()).rows) {
      const first = `${month}-01`;
      await tx.execute(sql`select ensure_month_partitions(${parent}, ${first}::date, ${first}::date)`);
    }
  });
}
