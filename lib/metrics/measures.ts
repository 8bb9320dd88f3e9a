import { type SQL, sql } from "drizzle-orm";
import type { Metric } from "./metric";

/**
 * CTE `measures`, after `personPeriods`: (starts, person_id, unit_id, role_id, site_id, team_id, metric, num, den), one row per
 * person, period and metric whose denominator is above zero. `withKpis` adds imported KPIs as `kpi:<id>`: the mean of a person's
 * values (sums included, so the unit stays that of one reporting period), for ratios and rates their summed numerator and
 * denominator.
 */
export function measures(orgId: string, metrics: readonly Metric[], withKpis: boolean): SQL {
  const values = metrics.map(
    ({ id, numerator, denominator }) =>
      sql`(${id}::text, (${sql.raw(numerator.sql)})::float8, (${sql.raw(denominator.sql)})::float8)`,
  );
  return sql`
    measures as (
      select p.starts, p.person_id, p.unit_id, p.role_id, p.site_id, p.team_id, v.metric, v.num, v.den
      from p cross join lateral (values ${sql.join(values, sql`, `)}) v (metric, num, den)
      where v.den > 0
      ${withKpis ? sql`union all ${kpiMeasures(orgId)}` : sql``}
    )`;
}

/** As `measures`, the imported KPIs alone. */
export function kpiMeasures(orgId: string): SQL {
  return sql`
    select starts, person_id, unit_id, role_id, site_id, team_id, 'kpi:' || kpi_id as metric,
      case when as_ratio then numerator else average end as num, case when as_ratio then denominator else 1 end as den
    from (
      select v.starts, v.person_id, v.kpi_id, v.average, v.numerator, v.denominator, p.unit_id, p.role_id, p.site_id, p.team_id,
        coalesce(v.denominator > 0, false) and (k.kind in ('ratio', 'rate') or v.average is null) as as_ratio
      from (
        select q.starts, v.person_id, v.kpi_id, avg(v.value) as average,
          sum(v.numerator) filter (where v.denominator is not null) as numerator,
          sum(v.denominator) filter (where v.numerator is not null) as denominator
        from months q
        join p on p.starts = q.starts
        join kpi_values v on v.org_id = ${orgId} and v.person_id = p.person_id and date_trunc('month', v.ends_on)::date = q.month
        where q.is_now
        group by q.starts, v.person_id, v.kpi_id
      ) v
      join kpis k on k.org_id = ${orgId} and k.id = v.kpi_id
      join p using (starts, person_id)
    ) values_of_people
    where as_ratio or average is not null`;
}
