import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { DomainError } from "@/lib/errors";
import { importLock } from "@/lib/intake/in-import";

/** First key of the advisory lock; the second is the organisation. */
const publishingLock = 7_306;

/**
 * One publication at a time per organisation, a second waits; none while an import writes, which numbers versions too.
 * @throws DomainError `conflict` while an import runs
 */
export async function lockPublishing(tx: Tx, orgId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${publishingLock}, hashtext(${orgId}))`);
  const { rows } = await tx.execute<{ free: boolean }>(sql`
    select pg_try_advisory_xact_lock(${importLock}, hashtext(${orgId})) as free`);
  if (rows[0]?.free) return;
  throw new DomainError(
    "conflict",
    "An import is running, or figures are being computed after one. Publish when that has finished",
  );
}
