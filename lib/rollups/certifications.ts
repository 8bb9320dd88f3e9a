import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { addMonths } from "@/lib/metrics/period";

/**
 * Notes in `touched_certified` whose first certificate may have changed: touched people with a certificate in the month now or
 * before. Call after the month's person_months were recomputed. Most people of most imports drop out here, which saves the look
 * through all their other months.
 */
export async function noteCertified(tx: Tx, orgId: string, month: string): Promise<void> {
  const chosen = sql`(select person_id from touched_months where month = ${month})`;
  await tx.execute(sql`
    insert into touched_certified
    select person_id from person_months
    where org_id = ${orgId} and month = ${month} and certifications > 0 and person_id in ${chosen}
    union
    select person_id from certifications
    where org_id = ${orgId} and certified_on >= ${month} and certified_on < ${addMonths(month, 1)} and person_id in ${chosen}
    on conflict do nothing
  `);
}

/** Recomputes the first certificate per skill of everybody noted. An activity certifies in its skill, or that of its behaviour. */
export async function refreshCertifications(tx: Tx, orgId: string): Promise<void> {
  await tx.execute(sql`
    delete from certifications where org_id = ${orgId} and person_id in (select person_id from touched_certified)`);
  await tx.execute(sql`
    insert into certifications (org_id, person_id, skill_id, certified_on)
    select ${orgId}::uuid, e.person_id, coalesce(a.skill_id, b.skill_id), min((e.occurred_at at time zone 'UTC')::date)
    from touched_certified t
    join learning_events e on e.org_id = ${orgId} and e.person_id = t.person_id and e.verb in ('certified', 'passed')
    join activities a on a.org_id = ${orgId} and a.id = e.activity_id
    left join behaviours b on b.org_id = ${orgId} and b.id = a.behaviour_id
    where (e.verb = 'certified' or a.format ilike '%certification%') and coalesce(a.skill_id, b.skill_id) is not null
    group by e.person_id, coalesce(a.skill_id, b.skill_id)
    order by 2, 3
  `);
}
