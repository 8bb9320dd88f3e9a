import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/** Has the worker rate by the active rules, after this transaction and any import under way; nothing where no rule is active. */
export async function runSignalsLater(tx: Tx, orgId: string): Promise<void> {
  const payload = JSON.stringify({ orgId });
  await tx.execute(sql`
    select public.enqueue_job('run-signals', ${payload}::json, ${`imports of ${orgId}`}, ${`signals ${orgId}`})
    where exists (select from signal_rules where org_id = ${orgId} and status = 'active')`);
}
