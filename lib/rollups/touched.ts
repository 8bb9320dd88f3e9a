import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/**
 * Makes the temp tables this transaction notes its changes in: `touched (person_id uuid, month date)`. Whoever changes facts adds
 * the person and any day of the month they changed; a null month means every month of the person (their place changed). Repeats
 * are harmless. `refreshRollups` reads it and empties it.
 */
export async function prepareTouched(tx: Tx): Promise<void> {
  await tx.execute(sql`create temp table if not exists touched (person_id uuid not null, month date) on commit drop`);
  await tx.execute(
    sql`create temp table if not exists touched_months (month date, person_id uuid, primary key (month, person_id)) on commit drop`,
  );
  await tx.execute(sql`create temp table if not exists touched_certified (person_id uuid primary key) on commit drop`);
}
