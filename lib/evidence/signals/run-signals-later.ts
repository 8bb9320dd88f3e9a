import "server-only";
import { sql } from "drizzle-orm";
import type { JobHelpers } from "graphile-worker";
import type { Tx } from "@/db/client";

/** Has the worker rate by the active rules, after this transaction and any import under way; nothing where no rule is active. */
export async function runSignalsLater(tx: Tx, orgId: string): Promise<void> {
  const payload = JSON.stringify({ orgId });
  await tx.execute(sql`
    select public.enqueue_job('run-signals', ${payload}::json, ${`imports of ${orgId}`}, ${`signals ${orgId}`})
    where exists (select from signal_rules where org_id = ${orgId} and status = 'active')`);
}

/**
 * The job of the first of a month: as `runSignalsLater` for every organisation, because a month that came in while it was not over is rated
 * by nobody else. `query` sees every organisation.
 */
export async function runSignalsOfAll(_: unknown, { query }: Pick<JobHelpers, "query">): Promise<void> {
  await query(`
    select public.enqueue_job('run-signals', json_build_object('orgId', org_id), 'imports of ' || org_id, 'signals ' || org_id)
    from (select distinct org_id from signal_rules where status = 'active') ruled`);
}
