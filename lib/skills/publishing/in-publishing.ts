import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { DomainError } from "@/lib/errors";
import { importLock } from "@/lib/intake/in-import";

/** First key of the advisory lock; the second is the organisation. */
const publishingLock = 7_306;

/** How long a publication waits for an import or a settling of figures to end, in milliseconds. */
const patience = 20_000;
const lockNotAvailable = "55P03";

/**
 * One publication at a time per organisation, a second waits; none while an import writes, which numbers versions too: it waits for that, and
 * gives up after a while, because a large import takes minutes.
 * @throws DomainError `conflict` while an import runs
 */
export async function lockPublishing(tx: Tx, orgId: string): Promise<void> {
  await tx.execute(sql.raw(`set local lock_timeout = ${patience}`));
  try {
    await tx.execute(sql`select pg_advisory_xact_lock(${publishingLock}, hashtext(${orgId}))`);
    await tx.execute(sql`select pg_advisory_xact_lock(${importLock}, hashtext(${orgId}))`);
  } catch (error) {
    if (codeOf(error) !== lockNotAvailable) throw error;
    throw new DomainError(
      "conflict",
      "An import is running, or figures are being computed after one. Publish when that has finished",
    );
  }
  await tx.execute(sql`set local lock_timeout to default`);
}

/** drizzle wraps what Postgres says. */
function codeOf(error: unknown): unknown {
  const { cause } = error instanceof Error ? error : {};
  return cause instanceof Error && "code" in cause ? cause.code : null;
}
