import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Source } from "@/lib/metrics/person-columns";
import type { Span } from "./span";

/** A month, and how many people's facts of one source changed in it. */
export type TouchedMonth = { month: string; source: Source; people: number };

/** Spreads `touched` over `touched_months`: a null month becomes every month covered so far and every one the person stands in. */
export async function takeTouched(tx: Tx, orgId: string, span: Span | null): Promise<void> {
  await tx.execute(sql`
    insert into touched_months (month, person_id, source)
    select date_trunc('month', month)::date, person_id, source from touched where month is not null
    union
    select m.month::date, person_id, source from touched,
      generate_series(${span?.first ?? null}::date, ${span?.last ?? null}::date, interval '1 month') m (month)
    where touched.month is null
    union
    select date_trunc('month', d.day)::date, t.person_id, t.source
    from (select distinct person_id, source from touched where month is null) t
    cross join lateral (
      select p.exit_date from people p where p.org_id = ${orgId} and p.id = t.person_id
      union
      select e.occurred_on from employment_events e
      where e.org_id = ${orgId} and e.person_id = t.person_id and e.event <> 'hire'
    ) d (day)
    where d.day is not null
    order by 1, 2, 3
  `);
  await tx.execute(sql`analyze touched_months`);
  await noteRowsThatMayCome(tx, orgId);
}

/** Whoever is not employed in a month has a row for as long as there are facts: it may come or go, and with it their place. */
async function noteRowsThatMayCome(tx: Tx, orgId: string): Promise<void> {
  await tx.execute(sql`
    insert into touched_months (month, person_id, source)
    select distinct t.month, t.person_id, 'place' from touched_months t
    left join person_months m on m.org_id = ${orgId} and m.month = t.month and m.person_id = t.person_id
    where t.source <> 'place' and coalesce(m.employed_days, 0) = 0
    on conflict do nothing`);
}

/** Adds everybody to these months. */
export async function noteMonths(tx: Tx, orgId: string, months: readonly string[]): Promise<void> {
  if (months.length === 0) return;
  await tx.execute(sql`
    insert into touched_months
    select m.month, p.id, 'place' from people p, unnest(${sql.param(months)}::date[]) m (month) where p.org_id = ${orgId}
    on conflict do nothing
  `);
  await tx.execute(sql`analyze touched_months`);
}

export async function readTouchedMonths(tx: Tx): Promise<TouchedMonth[]> {
  const { rows } = await tx.execute<TouchedMonth>(sql`
    select month::text, source, count(*)::int as people from touched_months group by 1, 2 order by 1, 2`);
  return rows;
}

/** The people whose facts of a source changed in a month; where `place` did, everything about the person-month did. */
export function chosenPeople(month: string, source: Source) {
  const of = sql`select person_id from touched_months t where t.month = ${month}`;
  if (source === "place") return sql`(${of} and t.source = 'place')`;
  return sql`(${of} and t.source = ${source} and not exists (
    select from touched_months p where p.month = t.month and p.person_id = t.person_id and p.source = 'place'))`;
}
