import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { awaitImport } from "@/lib/intake/await-import";
import { refreshRollups } from "@/lib/rollups/refresh-rollups";
import { prepareTouched } from "@/lib/rollups/touched";

/**
 * Takes an observation back: the row stays, and every figure is computed anew without it, in the transaction given. Does nothing to
 * one that is gone or struck already. Waits for an import that changes the same figures; throws `conflict` where it does not end.
 */
export async function strikeObservation(tx: Tx, orgId: string, personId: string, observationId: string): Promise<void> {
  await tx.execute(sql`set local timezone = 'UTC'`);
  await awaitImport(tx, orgId, "An import is running and changes the same figures. Answer when it has finished");
  await prepareTouched(tx);
  const { rowCount } = await tx.execute(sql`
    with struck as (
      update observations set struck_at = now()
      where org_id = ${orgId} and person_id = ${personId} and observation_id = ${observationId} and struck_at is null
      returning person_id, observed_at
    )
    insert into touched (person_id, month, source)
    select person_id, date_trunc('month', observed_at at time zone 'UTC')::date, 'observation' from struck`);
  if (rowCount) await refreshRollups(tx, orgId);
}
