import { type SQL, sql } from "drizzle-orm";
import { populationOf } from "@/lib/access/scope-population";
import { metricById, summable } from "@/lib/metrics/dictionary";
import { engagedDays } from "@/lib/metrics/engaged-days";
import { supportedPeople } from "@/lib/metrics/manager-support";
import { kpiMeasures } from "@/lib/metrics/measures";
import type { Metric } from "@/lib/metrics/metric";
import type { Period } from "@/lib/metrics/period";
import { type Population, personPeriods } from "@/lib/metrics/person-periods";
import { type Division, groupOf, type Question } from "./sums-question";

/** The statement that sums over the people of a scope, from person_months. `few`: who they are, where that is known. */
export function peopleSource(
  { orgId, scope, restOf, periods, metrics, division }: Question,
  few: readonly string[] | null = null,
): SQL {
  const population = few ? named(few, populationOf(orgId, scope)) : populationOf(orgId, scope);
  if (restOf) population.outside = populationOf(orgId, restOf);
  const own = metrics
    ? metrics.flatMap((id) => metricById(id) ?? []).filter((metric) => metric.kind !== "median")
    : summable;
  const kpis = metrics?.filter((id) => id.startsWith("kpi:"));
  const which = kpis ? sql`where metric = any(${sql.param(kpis)}::text[])` : sql``;
  const parts = [
    ...(own.length > 0 ? [ownSums(own)] : []),
    ...(kpis?.length === 0
      ? []
      : [
          sql`
      select starts, "group", metric, count(*)::int, sum(num), sum(den), regr_syy(num, den), regr_sxx(num, den), regr_sxy(num, den)
      from (
        select kpi_values_of.starts, metric, num, den, ${groupOf(division)} as "group"
        from (${kpiMeasures(orgId)}) kpi_values_of ${membersOf(orgId, division, "kpi_values_of")} ${which}
      ) grouped group by 1, 2, 3`,
        ]),
  ];
  return sql`
    with ${personPeriods(orgId, periods, own, population)}
      ${division?.by === "engagement" ? engaged(orgId, periods) : sql``}
      ${division?.by === "support" ? supported(orgId, periods) : sql``}
      ${own.length > 0 ? wideSums(orgId, own, division) : sql``}
    select starts::text as start, metric, "group", people, numerator, denominator, numerator_m2 as "numeratorM2",
      denominator_m2 as "denominatorM2", cross_m2 as "crossM2"
    from (${sql.join(parts, sql` union all `)}) sums
      (starts, "group", metric, people, numerator, denominator, numerator_m2, denominator_m2, cross_m2)`;
}

function named(people: readonly string[], { place }: Population): Population {
  const ids = sql`any(${sql.param([...people])}::uuid[])`;
  return { person: sql`m.person_id = ${ids}`, place: sql`(place.person_id = ${ids} and ${place ?? sql`true`})` };
}

/**
 * CTE `wide`: one row per period and group with count, sums and second moments of every metric side by side. Several times as fast
 * as a row per person and metric, because all `regr_` aggregates of a metric share one state.
 */
function wideSums(orgId: string, metrics: readonly Metric[], division: Division | undefined): SQL {
  const values = metrics.map(({ numerator, denominator }, index) =>
    sql.raw(`coalesce((${numerator.sql})::float8, 0) as n${index},
      case when (${denominator.sql}) > 0 then (${denominator.sql})::float8 end as d${index}`),
  );
  const sums = metrics.map((_, index) => {
    const [n, d] = [`n${index}`, `d${index}`];
    return sql.raw(`count(${d})::int as c${index}, sum(${n}) filter (where ${d} is not null) as s${index}, sum(${d}) as t${index},
      regr_syy(${n}, ${d}) as yy${index}, regr_sxx(${n}, ${d}) as xx${index}, regr_sxy(${n}, ${d}) as xy${index}`);
  });
  return sql`,
    wide as materialized (
      select starts, "group", ${sql.join(sums, sql`, `)}
      from (
        select p.starts, ${groupOf(division)} as "group", ${sql.join(values, sql`, `)}
        from p ${membersOf(orgId, division, "p")}
      ) valued
      group by starts, "group"
    )`;
}

function ownSums(metrics: readonly Metric[]): SQL {
  const rows = metrics.map(({ id }, index) =>
    sql.raw(`('${id}', ${["c", "s", "t", "yy", "xx", "xy"].map((name) => `${name}${index}`).join(", ")})`),
  );
  return sql`
    select starts, "group", v.*
    from wide cross join lateral (values ${sql.join(rows, sql`, `)})
      v (metric, people, numerator, denominator, numerator_m2, denominator_m2, cross_m2)
    where v.people > 0`;
}

function engaged(orgId: string, periods: readonly Period[]): SQL {
  const days = sql.raw(String(engagedDays[periods[0]?.grain ?? "quarter"]));
  return sql`, engaged as (
    select q.starts, m.person_id from months q join person_months m on m.org_id = ${orgId} and m.month = q.month
    where q.is_before group by q.starts, m.person_id having sum(bit_count(m.day_mask::bit(32))) >= ${days}
  )`;
}

function supported(orgId: string, periods: readonly Period[]): SQL {
  const parts = periods.map(
    (period) =>
      sql`select ${period.start}::date as starts, s.person_id, s.level from (${supportedPeople(orgId, period)}) s`,
  );
  return sql`, supported as (${sql.join(parts, sql` union all `)})`;
}

/** Joins what a division goes by, beyond where people stand, to the rows named. */
function membersOf(orgId: string, division: Division | undefined, of: "p" | "kpi_values_of"): SQL {
  const people = sql.raw(of);
  if (division?.by === "support") {
    return sql`left join supported on supported.starts = ${people}.starts and supported.person_id = ${people}.person_id`;
  }
  if (division?.by === "engagement") {
    return sql`left join engaged on engaged.starts = ${people}.starts and engaged.person_id = ${people}.person_id`;
  }
  if (division?.by !== "cohort") return sql``;
  const only = division.initiativeId
    ? sql`and a.initiative_id = ${division.initiativeId}`
    : sql`and a.initiative_id in (select id from initiatives where org_id = ${orgId} and not draft and explores is null)`;
  return sql`join arm_members a on a.org_id = ${orgId} and a.person_id = ${people}.person_id ${only}`;
}
