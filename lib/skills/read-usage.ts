import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { isSmallGroup } from "@/lib/access/privacy";
import { keepRecent } from "@/lib/scorecard/keep-recent";

/** A count of people, or that it is withheld because the group is too small. */
export type PeopleCount = { people: number } | { withheld: true };

export type NodeUsage = {
  /** Of a role: people employed in it today. */
  inRole?: PeopleCount;
  /** Of a behaviour: people seen in it by others in the last three months with figures. */
  seen?: PeopleCount;
};

const kept = keepRecent<Record<string, NodeUsage>>(50);

/**
 * How many people stand behind a role or a behaviour; nodes without anybody have no entry. Kept in the process until the organisation's
 * figures change, or the day does.
 */
export async function readUsage(tx: Tx, orgId: string): Promise<Record<string, NodeUsage>> {
  const { rows } = await tx.execute<{ stamp: string; minimum: number }>(sql`
    select concat_ws(' ', revision, revised_at, minimum_group_size, current_date) as stamp, minimum_group_size as minimum
    from organisations where id = ${orgId}`);
  const [found] = rows;
  if (!found) return {};
  const key = `${orgId} ${found.stamp}`;
  return kept.get(key) ?? kept.keep(key, await count(tx, orgId, found.minimum));
}

async function count(tx: Tx, orgId: string, minimum: number): Promise<Record<string, NodeUsage>> {
  const usage: Record<string, NodeUsage> = {};
  const shown = (people: number): PeopleCount => (isSmallGroup(people, minimum) ? { withheld: true } : { people });
  const inRole = await tx.execute<{ id: string; people: number }>(sql`
    select role_id as id, count(distinct person_id)::int as people from employments
    where org_id = ${orgId} and role_id is not null and starts_on <= current_date and (ends_on is null or ends_on > current_date)
    group by role_id`);
  for (const { id, people } of inRole.rows) usage[id] = { inRole: shown(people) };
  const seen = await tx.execute<{ id: string; people: number }>(sql`
    select behaviour_id as id, count(distinct person_id)::int as people from behaviour_months
    where org_id = ${orgId} and ratings > 0 and month > (
      select month from behaviour_months where org_id = ${orgId} order by month desc limit 1) - interval '3 months'
    group by behaviour_id`);
  for (const { id, people } of seen.rows) usage[id] = { seen: shown(people) };
  return usage;
}
