import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Scope } from "@/lib/access/scope";
import { fineCellsOf, populationOf } from "@/lib/access/scope-population";
import { cycleTimes } from "@/lib/metrics/cycle-times";
import type { Period } from "@/lib/metrics/period";

/**
 * Cycle time of each person of a scope in a period, in minutes and any order: from the values kept per cell where the scope's people
 * fill whole cells, else by the same definition from person_months.
 */
export async function readPersonMedians(tx: Tx, orgId: string, scope: Scope, period: Period): Promise<number[]> {
  const cells = fineCellsOf(scope);
  if (!cells) return readMediansOfPeople(tx, orgId, scope, period);
  const { rows } = await tx.execute<{ medians: number[] | null }>(sql`
    select array_agg(value) as medians from cycle_times cross join unnest(minutes) value
    where org_id = ${orgId} and grain = ${period.grain} and period_start = ${period.start} and ${cells}`);
  return rows[0]?.medians ?? [];
}

/** As `readPersonMedians`, always from person_months: for scopes that do not fill cells, and to prove that cells say the same. */
export async function readMediansOfPeople(tx: Tx, orgId: string, scope: Scope, period: Period): Promise<number[]> {
  const { person, place } = populationOf(orgId, scope);
  const { rows } = await tx.execute<{ medians: number[] | null }>(sql`
    select array_agg(minutes) as medians from (${cycleTimes(orgId, period.grain, [period.start], person)}) place
    where ${place ?? sql`true`}`);
  return rows[0]?.medians ?? [];
}
