import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { addMonths } from "@/lib/metrics/period";

/** Recomputes behaviour_months of one month for the people whose ratings, or anything about them, changed in it. */
export async function refreshBehaviourMonths(tx: Tx, orgId: string, month: string): Promise<void> {
  const chosen = sql`(
    select distinct person_id from touched_months where month = ${month} and source in ('place', 'observation'))`;
  const others = sql`o.source <> 'self'`;

  await tx.execute(sql`
    delete from behaviour_months where org_id = ${orgId} and month = ${month} and person_id in ${chosen}`);
  await tx.execute(sql`
    insert into behaviour_months (
      org_id, month, person_id, behaviour_id, ratings, level_sum, self_ratings, self_level_sum,
      independent_known, independent, accurate_known, accurate, sound)
    select ${orgId}::uuid, ${month}::date, o.person_id, o.behaviour_id,
      count(*) filter (where ${others}),
      coalesce(sum(o.level) filter (where ${others}), 0),
      count(*) filter (where not ${others}),
      coalesce(sum(o.level) filter (where not ${others}), 0),
      count(o.independent) filter (where ${others}),
      count(*) filter (where ${others} and o.independent),
      count(o.accurate) filter (where ${others}),
      count(*) filter (where ${others} and o.accurate),
      count(*) filter (where ${others} and o.independent and o.accurate)
    from ${chosen} t
    join observations o on o.org_id = ${orgId} and o.person_id = t.person_id
      and o.observed_at >= ${month}::timestamp at time zone 'UTC'
      and o.observed_at < ${addMonths(month, 1)}::timestamp at time zone 'UTC' and o.struck_at is null
    group by o.person_id, o.behaviour_id
    order by o.person_id, o.behaviour_id
  `);
}
