import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { awaitImport } from "@/lib/intake/await-import";

/** First key of the advisory lock; the second is the organisation. */
const publishingLock = 7_306;

/**
 * One publication at a time per organisation, a second waits; none while an import writes, which numbers versions too.
 * @throws DomainError `conflict` where an import does not end
 */
export async function lockPublishing(tx: Tx, orgId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${publishingLock}, hashtext(${orgId}))`);
  const sentence = "An import is running, or figures are being computed after one. Publish when that has finished";
  await awaitImport(tx, orgId, sentence);
}
