import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Scope } from "@/lib/access/scope";
import { populationOf } from "@/lib/access/scope-population";
import type { Period } from "@/lib/metrics/period";

/**
 * Cycle time of each person of a scope in a period, in minutes: the mean of their monthly medians. Taken from person_months, because
 * medians do not add up; sent as one array, which is a fraction of the bytes of rows.
 */
export async function readPersonMedians(tx: Tx, orgId: string, scope: Scope, period: Period): Promise<number[]> {
  const { person, place } = populationOf(orgId, scope);
  const { rows } = await tx.execute<{ medians: number[] | null }>(sql`
    select array_agg(cycle_minutes) as medians from (
      select distinct on (person_id) * from (
        select m.person_id, m.unit_id, m.site_id, m.team_id, m.role_id, m.employed_days, m.month,
          avg(m.cycle_minutes) over (partition by m.person_id) as cycle_minutes
        from person_months m
        where m.org_id = ${orgId} and m.month >= ${period.start} and m.month < ${period.end} and ${person ?? sql`true`}
      ) months
      where cycle_minutes is not null
      order by person_id, employed_days > 0 desc, month desc
    ) place where ${place ?? sql`true`}`);
  return rows[0]?.medians ?? [];
}
