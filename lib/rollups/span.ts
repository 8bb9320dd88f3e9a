import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/** First and last month ("YYYY-MM-01") the rollups of an organisation cover. */
export type Span = { first: string; last: string };

/**
 * The months rollups cover: from the first to the last month somebody learned, worked, was observed, got a KPI value, changed
 * jobs or left; at most ten years back. Hires do not open it (they reach back decades) and announced exits do not prolong it.
 * Read from the rollups, which must already hold what was touched. Null where there are no facts.
 */
export async function readSpan(tx: Tx, orgId: string): Promise<Span | null> {
  const { rows } = await tx.execute<{ first: string | null; last: string | null }>(sql`
    with days (day) as (
      (select min(month) from person_months where org_id = ${orgId} and (events > 0 or jobs > 0))
      union all (select max(month) from person_months where org_id = ${orgId} and (events > 0 or jobs > 0))
      union all (select min(month) from behaviour_months where org_id = ${orgId})
      union all (select max(month) from behaviour_months where org_id = ${orgId})
      union all (select unnest(array[min(ends_on), max(ends_on)]) from kpi_values where org_id = ${orgId})
      union all (
        select unnest(array[min(occurred_on), max(occurred_on)]) from employment_events
        where org_id = ${orgId} and event <> 'hire' and occurred_on <= ${lastKnownDay(orgId)}
      )
      union all (
        select unnest(array[min(exit_date), max(exit_date)]) from people
        where org_id = ${orgId} and exit_date <= ${lastKnownDay(orgId)}
      )
    )
    select
      greatest(date_trunc('month', min(day)), date_trunc('month', max(day)) - interval '119 months')::date::text as first,
      date_trunc('month', max(day))::date::text as last
    from days
  `);
  const found = rows[0];
  return found?.first && found.last ? { first: found.first, last: found.last } : null;
}

/** The last day of the month in which the facts were last changed: nothing later can have happened yet. */
export function lastKnownDay(orgId: string) {
  return sql`(
    select (date_trunc('month', revised_at at time zone 'UTC') + interval '1 month - 1 day')::date
    from organisations where id = ${orgId}
  )`;
}

/** First and last month there are rows of person_months for; null where there are none. */
export async function storedSpan(tx: Tx, orgId: string): Promise<Span | null> {
  const { rows } = await tx.execute<{ first: string | null; last: string | null }>(sql`
    select (select month from person_months where org_id = ${orgId} order by month limit 1)::text as first,
      (select month from person_months where org_id = ${orgId} order by month desc limit 1)::text as last`);
  const found = rows[0];
  return found?.first && found.last ? { first: found.first, last: found.last } : null;
}

/** The outermost days any fact speaks of: a full look, for a rebuild. `readSpan` then narrows it by its own rule. */
export async function factSpan(tx: Tx, orgId: string): Promise<Span | null> {
  const { rows } = await tx.execute<{ first: string | null; last: string | null }>(sql`
    select date_trunc('month', min(day))::date::text as first, date_trunc('month', max(day))::date::text as last from (
      select (unnest(array[min(occurred_at), max(occurred_at)]) at time zone 'UTC')::date from learning_events where org_id = ${orgId}
      union all
      select (unnest(array[min(completed_at), max(completed_at)]) at time zone 'UTC')::date from work_events where org_id = ${orgId}
      union all
      select (unnest(array[min(observed_at), max(observed_at)]) at time zone 'UTC')::date from observations where org_id = ${orgId}
      union all select unnest(array[min(ends_on), max(ends_on)]) from kpi_values where org_id = ${orgId}
      union all
      select unnest(array[min(occurred_on), max(occurred_on)]) from employment_events where org_id = ${orgId} and event <> 'hire'
      union all select unnest(array[min(exit_date), max(exit_date)]) from people where org_id = ${orgId}
    ) days (day)`);
  const found = rows[0];
  return found?.first && found.last ? { first: found.first, last: found.last } : null;
}
