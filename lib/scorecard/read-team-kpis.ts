import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Scope } from "@/lib/access/scope";
import { populationOf } from "@/lib/access/scope-population";
import type { Period } from "@/lib/metrics/period";
import type { SummedRow } from "./read-sums";

/**
 * KPIs that exist per team only, as sums over the teams in which somebody of the scope stands (`people` counts teams). The metric is
 * `team-kpi:<id>`. Periods of one grain.
 */
export async function readTeamSums(
  tx: Tx,
  orgId: string,
  scope: Scope,
  periods: readonly Period[],
): Promise<SummedRow[]> {
  const { person, place } = populationOf(orgId, scope);
  const isLimited = sql.raw(String(Boolean(person ?? place)));
  const list = periods.map(({ start, end }) => sql`(${start}::date, ${end}::date)`);
  const { rows } = await tx.execute<SummedRow>(sql`
    with periods (starts, ends) as (values ${sql.join(list, sql`, `)}),
    valued as materialized (
      select q.starts, v.team_id, v.kpi_id, avg(v.value) as average,
        sum(v.numerator) filter (where v.denominator is not null) as numerator,
        sum(v.denominator) filter (where v.numerator is not null) as denominator
      from periods q
      join team_kpi_values v on v.org_id = ${orgId} and date_trunc(${periods[0]?.grain}, v.ends_on)::date = q.starts
      group by q.starts, v.team_id, v.kpi_id
    ),
    inside as materialized (
      select distinct q.starts, place.team_id
      from periods q
      join employments place on place.org_id = ${orgId} and place.starts_on < q.ends
        and (place.ends_on is null or place.ends_on > q.starts)
      cross join lateral (select place.person_id) m
      where ${isLimited} and exists (select from valued) and ${person ?? sql`true`} and ${place ?? sql`true`}
    ),
    teams as (
      select v.starts, k.id, case when v.denominator > 0 and (k.kind in ('ratio', 'rate') or v.average is null)
        then v.numerator else v.average end as num,
        case when v.denominator > 0 and (k.kind in ('ratio', 'rate') or v.average is null) then v.denominator else 1 end as den
      from valued v
      join kpis k on k.org_id = ${orgId} and k.id = v.kpi_id
      where not ${isLimited} or (v.starts, v.team_id) in (select starts, team_id from inside)
    )
    select starts::text as start, 'team-kpi:' || id as metric, '' as "group", count(*)::int as people, sum(num) as numerator,
      sum(den) as denominator, regr_syy(num, den) as "numeratorM2", regr_sxx(num, den) as "denominatorM2",
      regr_sxy(num, den) as "crossM2"
    from teams where num is not null group by 1, 2`);
  return rows;
}
