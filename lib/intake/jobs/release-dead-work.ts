import "server-only";
import { eq, sql } from "drizzle-orm";
import type pg from "pg";
import { importBatches } from "@/db/schema/imports";
import { importLock } from "@/lib/intake/in-import";
import { inTenant } from "@/lib/server/tenant-access";

/**
 * Clears up after processes that died. Jobs they held are run again; imports that say they run, and do not hold their organisation's
 * lock, were interrupted. `owner` sees the queue and every organisation. Only for the one process that works off the queue.
 */
export async function releaseDeadWork(owner: pg.Pool): Promise<void> {
  await owner.query(`
    select graphile_worker.force_unlock_workers(array(select distinct locked_by from graphile_worker.jobs where locked_by is not null))`);
  const { rows } = await owner.query<{ orgId: string }>(
    `select distinct org_id as "orgId" from import_batches where status = 'running'`,
  );
  for (const { orgId } of rows) await failInterruptedBatches(orgId);
}

async function failInterruptedBatches(orgId: string): Promise<void> {
  await inTenant(orgId, async (tx) => {
    const { rows } = await tx.execute<{ free: boolean }>(
      sql`select pg_try_advisory_xact_lock(${importLock}, hashtext(${orgId})) as free`,
    );
    if (!rows[0]?.free) return;
    const error = "The server stopped during this import. Nothing of this file was written; import it again";
    await tx
      .update(importBatches)
      .set({ status: "failed", error, finishedAt: sql`now()` })
      .where(eq(importBatches.status, "running"));
  });
}
