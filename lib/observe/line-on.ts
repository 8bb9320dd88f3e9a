import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/**
 * Who of these people reported to a manager on a day (YYYY-MM-DD), directly or through others. Climbs from each person, so that it costs
 * the same in a team and in a line of thousands. Never the manager themselves.
 */
export async function inLineOn(
  tx: Tx,
  orgId: string,
  { managerId, people, day }: { managerId: string; people: readonly string[]; day: string },
): Promise<Set<string>> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    with recursive up (person_id, manager_id) as (
      select person_id, manager_id from employments
      where org_id = ${orgId} and person_id = any(${sql.param([...people])}::uuid[]) and starts_on <= ${day}::date
        and (ends_on is null or ends_on > ${day}::date)
      union
      select up.person_id, e.manager_id from up join employments e on e.org_id = ${orgId} and e.person_id = up.manager_id
      where up.manager_id <> ${managerId} and e.starts_on <= ${day}::date and (e.ends_on is null or e.ends_on > ${day}::date)
    )
    select distinct person_id as id from up where manager_id = ${managerId} and person_id <> ${managerId}`);
  return new Set(rows.map((row) => row.id));
}
