import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Span } from "./span";

/** Spreads `touched` over `touched_months`: a null month becomes every month covered so far and every one the person stands in. */
export async function takeTouched(tx: Tx, orgId: string, span: Span | null): Promise<void> {
  await tx.execute(sql`
    insert into touched_months (month, person_id)
    select date_trunc('month', month)::date, person_id from touched where month is not null
    union
    select m.month::date, person_id from touched,
      generate_series(${span?.first ?? null}::date, ${span?.last ?? null}::date, interval '1 month') m (month)
    where touched.month is null
    union
    select date_trunc('month', d.day)::date, t.person_id
    from (select distinct person_id from touched where month is null) t
    cross join lateral (
      select p.exit_date from people p where p.org_id = ${orgId} and p.id = t.person_id
      union
      select e.occurred_on from employment_events e
      where e.org_id = ${orgId} and e.person_id = t.person_id and e.event <> 'hire'
    ) d (day)
    where d.day is not null
    on conflict do nothing
  `);
}

/** Adds everybody to these months. */
export async function noteMonths(tx: Tx, orgId: string, months: readonly string[]): Promise<void> {
  if (months.length === 0) return;
  await tx.execute(sql`
    insert into touched_months
    select m.month, p.id from people p, unnest(${sql.param(months)}::date[]) m (month) where p.org_id = ${orgId}
    on conflict do nothing
  `);
}

export async function monthsOf(tx: Tx): Promise<string[]> {
  const { rows } = await tx.execute<{ month: string }>(sql`
    select distinct month::text from touched_months order by 1`);
  return rows.map((row) => row.month);
}
