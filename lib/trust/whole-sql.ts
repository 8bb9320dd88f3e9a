import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Span } from "@/lib/access/group-rule";

export type Counts = { people: number; ratings: number; raters: number; manager: number; peer: number; system: number };

export async function readCounts(tx: Tx): Promise<Counts> {
  const { rows } = await tx.execute<Counts>(sql`
    select count(distinct person_id)::int as people, count(*)::int as ratings, count(distinct rater_id)::int as raters,
      count(*) filter (where source = 'manager')::int as manager, count(*) filter (where source = 'peer')::int as peer,
      count(*) filter (where source = 'system')::int as system from trust_ratings`);
  return rows[0] ?? { people: 0, ratings: 0, raters: 0, manager: 0, peer: 0, system: 0 };
}

export type MonthMean = { month: string; system: boolean; people: number; mean: number; error: number | null };

/** Ratings less what their behaviour usually gets, by month; each person counts once. */
export async function readMonthMeans(tx: Tx): Promise<MonthMean[]> {
  const { rows } = await tx.execute<MonthMean>(sql`
    select month::text, system, count(*)::int as people, avg(rest)::float8 as mean, (stddev_samp(rest) / sqrt(count(*)))::float8 as error
    from (
      select date_trunc('month', at at time zone 'UTC')::date as month, source = 'system' as system, person_id, avg(rest) as rest
      from trust_ratings group by 1, 2, 3) persons
    group by 1, 2 order by 1, 2`);
  return rows;
}

export type Ceiling = { behaviourId: string; name: string; people: number; atTop: number };

/** Of the last rating by people each person has on a behaviour: how many are at the top. */
export async function readCeilings(tx: Tx, orgId: string): Promise<Ceiling[]> {
  const { rows } = await tx.execute<Ceiling>(sql`
    select b.id::text as "behaviourId", b.statement as name, count(*)::int as people, count(*) filter (where level >= 4.5)::int as "atTop"
    from (select distinct on (person_id, behaviour_id) person_id, behaviour_id, level from trust_ratings where rater_id is not null
      order by person_id, behaviour_id, at desc, rater_id) last
    join behaviours b on b.org_id = ${orgId} and b.id = last.behaviour_id
    group by 1, 2 order by 2`);
  return rows;
}

/** Change of two KPIs in the same people, from the first to the second half of the span, in standard deviations and turned so that more is better. */
export type KpiPair = {
  name: string;
  quality: string;
  people: number;
  change: number;
  changeError: number | null;
  qualityChange: number;
  qualityError: number | null;
};

/** A KPI beside each quality KPI (by its family) of the people rated, where both have values in both halves. */
export async function readKpiPairs(tx: Tx, orgId: string, { start, end }: Span): Promise<KpiPair[]> {
  const { rows } = await tx.execute<KpiPair>(sql`
    with halves as (
      select v.person_id, v.kpi_id, v.ends_on < ${start}::date + (${end}::date - ${start}::date) / 2 as early,
        case when sum(v.denominator) > 0 then sum(v.numerator) / sum(v.denominator) else avg(v.value) end as value
      from kpi_values v
      where v.org_id = ${orgId} and v.ends_on >= ${start}::date and v.ends_on < ${end}::date
        and v.person_id in (select person_id from trust_ratings)
      group by 1, 2, 3
    ), changes as (
      select person_id, kpi_id, (max(value) filter (where not early) - max(value) filter (where early)) as change
      from halves group by 1, 2 having count(value) = 2
    ), turned as (
      select c.person_id, k.id, k.name, k.family ilike '%quality%' as quality,
        case when k.direction = 'up' then 1 else -1 end * change / nullif(stddev_samp(change) over (partition by k.id), 0) as change
      from changes c join kpis k on k.org_id = ${orgId} and k.id = c.kpi_id
      where k.layer in ('leading', 'in_work', 'business')
    )
    select a.name, q.name as quality, count(*)::int as people, avg(a.change)::float8 as change,
      (stddev_samp(a.change) / sqrt(count(*)))::float8 as "changeError", avg(q.change)::float8 as "qualityChange",
      (stddev_samp(q.change) / sqrt(count(*)))::float8 as "qualityError"
    from turned a join turned q on q.person_id = a.person_id and q.quality
    where not coalesce(a.quality, false) and a.change is not null and q.change is not null
    group by a.id, a.name, q.id, q.name order by a.name, q.name`);
  return rows;
}

/** Names by id, of the sites, skills and behaviours that stand in the ratings. */
export async function readNames(tx: Tx, orgId: string) {
  const { rows } = await tx.execute<{ id: string; name: string; skill: string | null }>(sql`
    select id::text, name, null as skill from sites where org_id = ${orgId}
    union all select id::text, name, null from skills where org_id = ${orgId}
    union all select b.id::text, b.statement, s.name from behaviours b join skills s on s.org_id = b.org_id and s.id = b.skill_id
      where b.org_id = ${orgId}`);
  return new Map(rows.map((row) => [row.id, row]));
}
