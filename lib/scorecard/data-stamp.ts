import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/**
 * Text that changes whenever figures of the organisation might: with every recomputation of the rollups, every file taken in or back (facts,
 * names, KPIs and cohorts are written by nothing else, in the transaction that changes its batch), every target and setting, every version of
 * the taxonomy (it renames roles and skills), every event of the calendar (the data version tells of them), every initiative made, registered
 * or deleted, every task placed by its impact. For a row `o` of organisations.
 */
export const dataStamp = (orgId: string): SQL => sql`
  concat_ws(' ', o.revision, o.revised_at, o.minimum_group_size, o.locale, o.currency,
    (select row(count(*), count(*) filter (where status = 'done'), count(*) filter (where status = 'undone'), max(finished_at),
      max(undone_at)) from import_batches where org_id = ${orgId}),
    (select sum(hashtextextended(e::text, 0)) from calendar_events e where org_id = ${orgId}),
    (select row(count(*), count(*) filter (where draft)) from initiatives where org_id = ${orgId}),
    (select max(number) from taxonomy_versions where org_id = ${orgId}),
    (select sum(hashtextextended(concat_ws(' ', id, impact), 0)) from tasks where org_id = ${orgId} and impact is not null),
    (select string_agg(metric || '=' || target, ' ' order by metric) from metric_targets where org_id = ${orgId}))`;

export type DataStamp = {
  /** `dataStamp`, and whether the rollups were behind. */
  stamp: string;
  /** Facts have changed that the rollups do not include yet. */
  behind: boolean;
  /** Files taken back so far. */
  undone: number;
  minimum: number;
};

/** The stamp of the organisation, whoever asks. Throws where the organisation is gone. */
export async function readDataStamp(tx: Tx, orgId: string): Promise<DataStamp> {
  const { rows } = await tx.execute<DataStamp>(sql`
    select ${dataStamp(orgId)} as stamp, exists (select from pending_rollups where org_id = ${orgId}) as behind,
      (select count(*)::int from import_batches where org_id = ${orgId} and status = 'undone') as undone,
      o.minimum_group_size as minimum
    from organisations o where o.id = ${orgId}`);
  const [found] = rows;
  if (!found) throw new Error(`The organisation ${orgId} is gone`);
  return { ...found, stamp: found.behind ? `${found.stamp} behind` : found.stamp };
}
