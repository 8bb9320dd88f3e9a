import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Scope } from "@/lib/access/scope";
import { populationOf } from "@/lib/access/scope-population";
import { supportedPeople } from "@/lib/metrics/manager-support";
import type { Period } from "@/lib/metrics/period";

/** Below so many managers the people of a level of support would tell what one manager does. */
export const leastManagers = 2;

/** By the first day of a period and level of support: how many managers the people of the scope reported to. */
export async function readSupporters(
  tx: Tx,
  orgId: string,
  scope: Scope,
  periods: readonly Period[],
): Promise<Map<string, Map<string, number>>> {
  const { person, place } = populationOf(orgId, scope);
  const of = periods.map(
    (period) => sql`
      select ${period.start}::text as start, m.level, count(distinct m.manager_id)::int as managers
      from (${supportedPeople(orgId, period)}) m cross join lateral (select m.*) place
      where ${person ?? sql`true`} and ${place ?? sql`true`} group by m.level`,
  );
  const { rows } = await tx.execute<{ start: string; level: string; managers: number }>(sql.join(of, sql` union all `));
  const found = new Map(periods.map(({ start }) => [start, new Map<string, number>()]));
  for (const { start, level, managers } of rows) found.get(start)?.set(level, managers);
  return found;
}
