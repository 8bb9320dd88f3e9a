import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/** A role counts as that of an initiative where at least so many of its treated people hold it. */
const leastShare = 0.05;

/**
 * Of each initiative the people who hold a role of its treated people today, and were not treated themselves: how many more it could be given to. An
 * initiative nobody is left for has no entry.
 */
export async function readReachable(tx: Tx, orgId: string, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const { rows } = await tx.execute<{ id: string; people: number }>(sql`
    with treated as materialized (
      select initiative_id, person_id from arm_members
      where org_id = ${orgId} and arm <> 'control' and initiative_id = any(${sql.param([...ids])}::uuid[])
    ), now as materialized (
      select person_id, role_id from employments
      where org_id = ${orgId} and role_id is not null and starts_on <= current_date and (ends_on is null or ends_on > current_date)
    ), roles as (
      select t.initiative_id, n.role_id, count(*) as people, sum(count(*)) over (partition by t.initiative_id) as everybody
      from treated t join now n using (person_id) group by 1, 2
    )
    select r.initiative_id as id, count(*)::int as people
    from roles r join now n on n.role_id = r.role_id
    where r.people >= ${leastShare} * r.everybody and not exists (
      select from treated t where t.initiative_id = r.initiative_id and t.person_id = n.person_id)
    group by 1`);
  return new Map(rows.map(({ id, people }) => [id, people]));
}
