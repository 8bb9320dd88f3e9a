import "server-only";
import { sql } from "drizzle-orm";
import { query } from "@/lib/server/tenant-access";

/**
 * Text that changes whenever a scorecard of the viewer's organisation might: with every recomputation of the rollups, every file taken
 * in or back (facts, names, KPIs and cohorts are written by nothing else, in the transaction that changes its batch), every target and
 * setting, every version of the taxonomy (it renames roles and skills), every event of the calendar (the data version tells of them), every initiative made, registered or deleted, and every day, because a reporting line is that of today.
 */
export const readStamp = query("scorecard.read", async (tx, _: null, { orgId }): Promise<string> => {
  const { rows } = await tx.execute<{ stamp: string }>(sql`
    select concat_ws(' ', o.revision, o.revised_at, o.minimum_group_size, o.locale, o.currency, current_date,
      exists (select from pending_rollups where org_id = ${orgId}),
      (select row(count(*), count(*) filter (where status = 'done'), count(*) filter (where status = 'undone'), max(finished_at),
        max(undone_at)) from import_batches where org_id = ${orgId}),
      (select sum(hashtextextended(e::text, 0)) from calendar_events e where org_id = ${orgId}),
      (select row(count(*), count(*) filter (where draft)) from initiatives where org_id = ${orgId}),
      (select max(number) from taxonomy_versions where org_id = ${orgId}),
      (select string_agg(metric || '=' || target, ' ' order by metric) from metric_targets where org_id = ${orgId})
    ) as stamp
    from organisations o where o.id = ${orgId}`);
  const [found] = rows;
  if (!found) throw new Error(`The organisation ${orgId} is gone`);
  return found.stamp;
});
