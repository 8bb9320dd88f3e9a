import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/**
 * Fills `proposal_needed` for this transaction: which people need which behaviour in force, by the role they had in the last month on file. A need without named
 * behaviours is shown by all behaviours of its skill.
 */
export async function createNeeded(tx: Tx, orgId: string): Promise<void> {
  await tx.execute(sql`drop table if exists pg_temp.proposal_needed`);
  await tx.execute(sql`
    create temporary table proposal_needed on commit drop as
    select distinct m.person_id, b.id as behaviour_id, r.id as role_id
    from person_months m
    join roles r on r.org_id = ${orgId} and r.id = m.role_id and r.retired_at is null
    join role_skills n on n.org_id = ${orgId} and n.role_id = r.id
    join skills s on s.org_id = ${orgId} and s.id = n.skill_id and s.retired_at is null
    join behaviours b on b.org_id = ${orgId} and b.skill_id = s.id and b.retired_at is null
      and (exists (select from need_behaviours c where c.org_id = ${orgId} and c.need_id = n.id and c.behaviour_id = b.id)
        or not exists (select from need_behaviours c where c.org_id = ${orgId} and c.need_id = n.id))
    where m.org_id = ${orgId} and m.employed_days > 0
      and m.month = (select max(month) from person_months where org_id = ${orgId} and employed_days > 0)`);
  await tx.execute(sql`analyze proposal_needed`);
}

export type NeverObserved = { nodeId: string; people: number; days: number; roles: string[] };

/** Behaviours nobody was ever rated on by others, of whose people so many were rated on something else, over so many days. */
export async function readNeverObserved(tx: Tx, orgId: string): Promise<NeverObserved[]> {
  const { rows } = await tx.execute<NeverObserved>(sql`
    with rated as (
      select person_id, min(observed_at) as first, max(observed_at) as last from observations
      where org_id = ${orgId} and source <> 'self' and struck_at is null group by 1
    )
    select n.behaviour_id::text as "nodeId", count(distinct n.person_id)::int as people,
      coalesce(extract(day from max(rated.last) - min(rated.first)), 0)::int as days,
      (select array_agg(distinct r.name order by r.name) from roles r where r.org_id = ${orgId} and r.id = any(array_agg(n.role_id))) as roles
    from proposal_needed n join rated using (person_id)
    where not exists (select from observations o where o.org_id = ${orgId} and o.behaviour_id = n.behaviour_id and o.source <> 'self' and o.struck_at is null)
    group by n.behaviour_id order by 1`);
  return rows;
}

export type LastSeen = { nodeId: string; people: number; lastSeen: string; days: number; halfLifeDays: number };

/** When others last rated each behaviour that people need, before the latest rating of any. */
export async function readLastSeen(tx: Tx, orgId: string, halfLifeDays: number): Promise<LastSeen[]> {
  const { rows } = await tx.execute<LastSeen>(sql`
    with seen as (
      select behaviour_id, max(observed_at) as last from observations
      where org_id = ${orgId} and source <> 'self' and struck_at is null group by 1
    ), needed as (select behaviour_id, count(distinct person_id)::int as people from proposal_needed group by 1)
    select b.id::text as "nodeId", needed.people, seen.last::date::text as "lastSeen",
      ((select max(last) from seen)::date - seen.last::date) as days, coalesce(s.half_life_days, ${halfLifeDays}::int) as "halfLifeDays"
    from seen join needed using (behaviour_id)
    join behaviours b on b.org_id = ${orgId} and b.id = seen.behaviour_id and b.retired_at is null
    join skills s on s.org_id = ${orgId} and s.id = b.skill_id order by 1`);
  return rows;
}
