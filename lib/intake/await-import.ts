import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { DomainError } from "@/lib/errors";
import { postgresCode } from "@/lib/server/postgres-code";
import { importLock } from "./in-import";

/** How long somebody who clicked waits for an import, or for figures that are computed after one, in milliseconds. */
const patience = 20_000;
const lockNotAvailable = "55P03";

/**
 * Takes the organisation's import lock for the transaction. Waits for whoever holds it, and gives up after a while, because a large import
 * takes minutes: throws `conflict` with the sentence.
 */
export async function awaitImport(tx: Tx, orgId: string, sentence: string): Promise<void> {
  await tx.execute(sql.raw(`set local lock_timeout = ${patience}`));
  await tx.execute(sql`select pg_advisory_xact_lock(${importLock}, hashtext(${orgId}))`).catch((error: unknown) => {
    throw postgresCode(error) === lockNotAvailable ? new DomainError("conflict", sentence) : error;
  });
  await tx.execute(sql`set local lock_timeout to default`);
}
