import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Plan, PlanKpi } from "./plan";

/** Where the values of a KPI come from: `source` is a from clause with `k` (the values) and `m` (the members they belong to). */
export type KpiValues = { level: "person" | "team"; source: SQL; where: SQL; days: SQL };

/**
 * Values by person; where the KPI exists only by team, each person carries the value of their team. The organisation stands in the
 * condition, although row-level security adds it: against a constant the policy is asked once, not for every row.
 */
export async function valuesOf(tx: Tx, plan: Plan, kpi: PlanKpi): Promise<KpiValues> {
  const where = sql`k.org_id = ${plan.orgId} and k.kpi_id = ${kpi.id}`;
  const ofPeople = sql`kpi_values k join evaluation_members m on m.person_id = k.person_id`;
  const { rows } = await tx.execute<{ own: boolean }>(sql`
    select exists (select from ${ofPeople} where ${where}) or not exists (select from team_kpi_values k where ${where}) as own`);
  if (rows[0]?.own !== false) return { level: "person", source: ofPeople, where, days: eachDayOnce(where) };
  return {
    level: "team",
    source: sql`team_kpi_values k join evaluation_members m on m.team_id = k.team_id`,
    where,
    days: sql`select distinct k.ends_on as day from team_kpi_values k where ${where}`,
  };
}

/** The days on which anybody has a value, by hopping from one to the next in the index rather than reading all rows. */
function eachDayOnce(where: SQL): SQL {
  return sql`
    with recursive hops (day) as (
      select min(k.ends_on) from kpi_values k where ${where}
      union all
      select (select min(k.ends_on) from kpi_values k where ${where} and k.ends_on > hops.day) from hops where hops.day is not null
    ) select day from hops where day is not null`;
}
