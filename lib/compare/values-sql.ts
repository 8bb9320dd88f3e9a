import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { cycleTimes } from "@/lib/metrics/cycle-times";
import { kpiMeasures, measures } from "@/lib/metrics/measures";
import type { Metric } from "@/lib/metrics/metric";
import type { Period } from "@/lib/metrics/period";
import { personPeriods } from "@/lib/metrics/person-periods";

const member = sql`m.person_id in (select person_id from compared_people)`;

/**
 * Fills the temporary table `compared_values` for this transaction: (starts, person_id, g, num, den), one row per compared person and
 * period in which the metric counts them, by the one definition of the metric. Periods must be of one grain.
 */
export async function createValues(
  tx: Tx,
  { orgId, metric, periods }: { orgId: string; metric: Metric; periods: readonly Period[] },
): Promise<void> {
  await tx.execute(sql`drop table if exists pg_temp.compared_values`);
  // The planner does not know how large a CTE is and would loop within loops.
  await tx.execute(sql`set local enable_nestloop = off`);
  await tx.execute(sql`
    create temporary table compared_values on commit drop as
    ${valuesOf(orgId, metric, periods)}`);
  await tx.execute(sql`set local enable_nestloop to default`);
  await tx.execute(sql`analyze compared_values`);
}

/** As `createValues`, as a statement: for what is added up at once. Needs `enable_nestloop` off. */
export function valuesOf(orgId: string, metric: Metric, periods: readonly Period[]): SQL {
  if (metric.kind === "median") {
    const starts = periods.map(({ start }) => start);
    const grain = periods[0]?.grain ?? "quarter";
    return sql`
      select v.starts, v.person_id, c.g, v.minutes as num, 1::float8 as den
      from (${cycleTimes(orgId, grain, starts, member)}) v join compared_people c using (person_id)`;
  }
  const own = metric.id.startsWith("kpi:") ? [] : [metric];
  const counted = own.length > 0 ? measures(orgId, own, false) : sql`measures as (${kpiMeasures(orgId)})`;
  return sql`
    with ${personPeriods(orgId, periods, own, { person: member })}, ${counted}
    select v.starts, v.person_id, c.g, v.num::float8 as num, v.den::float8 as den
    from measures v join compared_people c using (person_id)
    where v.metric = ${metric.id}`;
}
