import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { noteSkills } from "./touched-skills";

/**
 * Recomputes the first certificate per skill of the people in `touched_months`, whose person_months must be up to date. An activity
 * certifies in its skill, or that of its behaviour. Whose certificate in a skill is another is noted in `touched_skills`, whichever month it lies in: the look
 * is through all their months.
 * @returns the first day for which somebody's certificates are others than before, null where all stayed as they were
 */
export async function refreshCertifications(tx: Tx, orgId: string, everybody: boolean): Promise<string | null> {
  await noteCertified(tx, orgId);
  await tx.execute(sql`
    create temp table first_certified on commit drop as
    with certifying as materialized (
      select a.id, coalesce(a.skill_id, b.skill_id) as skill_id, coalesce(a.format, '') ilike '%certification%' as by_passing
      from activities a left join behaviours b on b.org_id = ${orgId} and b.id = a.behaviour_id
      where a.org_id = ${orgId} and coalesce(a.skill_id, b.skill_id) is not null
    )
    select e.person_id, a.skill_id, min((e.occurred_at at time zone 'UTC')::date) as certified_on
    from touched_certified t
    join learning_events e on e.org_id = ${orgId} and e.person_id = t.person_id and e.verb in ('certified', 'passed')
    join certifying a on a.id = e.activity_id
    where e.verb = 'certified' or a.by_passing
    group by e.person_id, a.skill_id`);
  const stored = sql`
    select person_id, skill_id, certified_on from certifications
    where org_id = ${orgId} and person_id in (select person_id from touched_certified)`;
  const differing = sql`(
      (${stored} except select * from first_certified) union all (select * from first_certified except ${stored})
    ) differing`;
  const { rows } = await tx.execute<{ since: string | null }>(
    sql`select min(certified_on)::text as since from ${differing}`,
  );
  const since = rows[0]?.since ?? null;
  if (since) {
    if (!everybody) await noteSkills(tx, sql`select distinct person_id, skill_id, true from ${differing}`);
    await tx.execute(sql`
      delete from certifications where org_id = ${orgId} and person_id in (select person_id from touched_certified)`);
    await tx.execute(sql`
      insert into certifications (org_id, person_id, skill_id, certified_on)
      select ${orgId}::uuid, person_id, skill_id, certified_on from first_certified order by 2, 3`);
  }
  await tx.execute(sql`drop table first_certified`);
  return since;
}

/**
 * Fills `touched_certified` with whom the look through all their months is worth: people with a certificate, now or before, in a month
 * that was touched. Most people of most imports are not among them.
 */
async function noteCertified(tx: Tx, orgId: string): Promise<void> {
  await tx.execute(sql`
    insert into touched_certified
    select t.person_id from touched_months t
    join person_months m on m.org_id = ${orgId} and m.month = t.month and m.person_id = t.person_id
    where t.source in ('place', 'learning') and m.certifications > 0
      and m.month >= (select min(month) from touched_months) and m.month <= (select max(month) from touched_months)
    union
    select t.person_id from touched_months t
    join certifications c on c.org_id = ${orgId} and c.person_id = t.person_id
      and date_trunc('month', c.certified_on)::date = t.month
    where t.source in ('place', 'learning')`);
  await tx.execute(sql`analyze touched_certified`);
}
