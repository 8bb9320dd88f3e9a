import "server-only";
import { sql } from "drizzle-orm";
import type pg from "pg";
import type { Tx } from "@/db/client";
import { inTenantConnection } from "@/lib/server/tenant-access";

/** First key of the advisory lock; the second is the organisation. */
export const importLock = 7_305;

/**
 * A transaction that holds the organisation's import lock: one import at a time, a second waits. Days are days in UTC. Sorting the
 * rows of a usual file needs no disk.
 */
export function inImport<Output>(
  orgId: string,
  work: (tx: Tx, client: pg.ClientBase) => Promise<Output>,
): Promise<Output> {
  return inTenantConnection(orgId, async (tx, client) => {
    await tx.execute(sql`set local timezone = 'UTC'`);
    await tx.execute(sql`set local work_mem = '96MB'`);
    await tx.execute(sql`select pg_advisory_xact_lock(${importLock}, hashtext(${orgId}))`);
    return work(tx, client);
  });
}
