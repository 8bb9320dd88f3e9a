import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Scope } from "@/lib/access/scope";
import { populationOf } from "@/lib/access/scope-population";
import type { Period } from "@/lib/metrics/period";
import type { SummedRow } from "./read-sums";

/**
 * KPIs that exist per team only, as sums over the teams in which somebody of the scope stands (`people` counts teams). The metric is
 * `team-kpi:<id>`. Periods of one grain, one after the other.
 */
export async function readTeamSums(
  tx: Tx,
  orgId: string,
  scope: Scope,
  periods: readonly Period[],
): Promise<SummedRow[]> {
  const { person, place } = populationOf(orgId, scope);
  const isLimited = Boolean(person ?? place);
  const list = periods.map(({ start, end }) => sql`(${start}::date, ${end}::date)`);
  const [first, last] = [periods[0], periods.at(-1)];
  const { rows } = await tx.execute<SummedRow>(sql`
    with periods (starts, ends) as (values ${sql.join(list, sql`, `)}),
    inside as materialized (
      select distinct q.starts, place.team_id
      from employments place
      join periods q on place.starts_on < q.ends and (place.ends_on is null or place.ends_on > q.starts)
      cross join lateral (select place.person_id) m
      where ${sql.raw(String(isLimited))} and exists (select from team_kpi_values where org_id = ${orgId})
        and place.org_id = ${orgId} and ${person ?? sql`true`} and ${place ?? sql`true`}
    ),
    valued as (
      select date_trunc(${first?.grain}, v.ends_on::timestamp)::date as starts, v.team_id, v.kpi_id, avg(v.value) as average,
        sum(v.numerator) filter (where v.denominator is not null) as numerator,
        sum(v.denominator) filter (where v.numerator is not null) as denominator
      from team_kpi_values v
      where v.org_id = ${orgId} and v.ends_on >= ${first?.start} and v.ends_on < ${last?.end}
        ${isLimited ? sql`and v.team_id = any(array(select distinct team_id from inside))` : sql``}
      group by 1, 2, 3
    ),
    teams as (
      select v.starts, k.id, case when v.denominator > 0 and (k.kind in ('ratio', 'rate') or v.average is null)
        then v.numerator else v.average end as num,
        case when v.denominator > 0 and (k.kind in ('ratio', 'rate') or v.average is null) then v.denominator else 1 end as den
      from valued v
      join kpis k on k.org_id = ${orgId} and k.id = v.kpi_id
      ${isLimited ? sql`where (v.starts, v.team_id) in (select starts, team_id from inside)` : sql``}
    )
    select starts::text as start, 'team-kpi:' || id as metric, '' as "group", summed.* from (
      select starts, id, count(*)::int as people, sum(num) as numerator, sum(den) as denominator,
        regr_syy(num, den) as "numeratorM2", regr_sxx(num, den) as "denominatorM2", regr_sxy(num, den) as "crossM2"
      from teams where num is not null group by starts, id
    ) summed`);
  return rows;
}
