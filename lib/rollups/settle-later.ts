import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/** Has what `postponeRollups` and `postponeSkillStates` noted recomputed by the worker, after this transaction and any import under way. */
export async function settleLater(tx: Tx, orgId: string): Promise<void> {
  const payload = JSON.stringify({ orgId });
  await tx.execute(sql`
    select public.enqueue_job('settle-rollups', ${payload}::json, ${`imports of ${orgId}`}, ${`settle ${orgId}`})`);
}
