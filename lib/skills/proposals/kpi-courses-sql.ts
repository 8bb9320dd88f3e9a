import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Span } from "@/lib/access/group-rule";
import { type Course, laggedWithinCorrelation } from "@/lib/stats/association/lagged-within-correlation";
import { type Figures, rules } from "./proposal";

/** More people make nothing clearer, only slower: beyond this a fixed sample by a hash of their ids. */
const mostPeople = 2000;

type Row = {
  kpiId: string;
  name: string;
  team: string;
  months: number[];
  levels: number[];
  kpiMonths: number[];
  values: number[];
};

type Followed = { id: string; reliability: number };

/**
 * Behaviours that enough people were rated on in two months or more, and what part of how a person's months differ is not rating error: 1 - error variance / variance
 * within people. The error is half the mean square of what two raters of the same person and quarter differ by (`trust_pairs`); without such pairs nobody can tell.
 */
export async function readFollowed(tx: Tx, orgId: string, { start, end }: Span): Promise<Followed[]> {
  const { rows } = await tx.execute<Followed>(sql`
    with months as (
      select behaviour_id, person_id, level_sum / ratings as level, 1.0 / ratings as share from behaviour_months
      where org_id = ${orgId} and ratings > 0 and month >= ${start}::date and month < ${end}::date
    ), persons as (
      select behaviour_id, person_id, count(*) as months, var_samp(level) * (count(*) - 1) as squares, sum(share) as shares
      from months group by 1, 2 having count(*) > 1
    ), errors as (
      select behaviour_id, avg((level - other_level) ^ 2) / 2 as variance from trust_pairs group by 1 having count(*) >= ${2 * rules.disagreeUnits}
    )
    select behaviour_id::text as id,
      (1 - min(e.variance) * sum(shares) / sum(months) / nullif(sum(squares) / (sum(months) - count(*)), 0))::float8 as reliability
    from persons join errors e using (behaviour_id)
    join behaviours b on b.org_id = ${orgId} and b.id = behaviour_id and b.retired_at is null
    group by behaviour_id having count(*) >= ${rules.kpiPeople} order by 1`);
  return rows.filter(({ reliability }) => reliability > 0);
}

type NoKpi = Extract<Figures, { kind: "moves_no_kpi" }>;

/**
 * Whether a behaviour's monthly level goes with any KPI of the same people, at the time or up to three months later (`laggedWithinCorrelation`, teams as clusters).
 * The KPIs if surely with none: for each all intervals, divided by the root of the reliability (attenuation, Spearman 1904), lie within what is moderate.
 * Null where it goes with one, or nobody can tell.
 */
export async function movesNoKpi(
  tx: Tx,
  orgId: string,
  { id: behaviourId, reliability }: Followed,
  { start, end }: Span,
): Promise<Pick<NoKpi, "kpis" | "people" | "reliability"> | null> {
  const number = (day: string) => sql.raw(`(extract(year from ${day})::int * 12 + extract(month from ${day})::int)`);
  const { rows } = await tx.execute<Row>(sql`
    with seen as (
      select person_id, array_agg(${number("month")} order by month) as months, array_agg(level_sum / ratings order by month) as levels
      from behaviour_months
      where org_id = ${orgId} and behaviour_id = ${behaviourId} and ratings > 0 and month >= ${start}::date and month < ${end}::date
      group by 1 having count(*) > 1 order by md5(person_id::text) limit ${mostPeople}
    ), measured as (
      select v.person_id, v.kpi_id, ${number("v.ends_on")} as month,
        case when sum(v.denominator) > 0 then sum(v.numerator) / sum(v.denominator) else avg(v.value) end as value
      from kpi_values v join seen using (person_id)
      where v.org_id = ${orgId} and v.ends_on >= ${start}::date and v.ends_on < ${end}::date + interval '3 months' group by 1, 2, 3
    )
    select k.id::text as "kpiId", k.name, coalesce((select team_id from person_months t where t.org_id = ${orgId} and t.person_id = seen.person_id
        and t.team_id is not null order by month desc limit 1), seen.person_id)::text as team, seen.months, seen.levels,
      array_agg(m.month order by m.month) as "kpiMonths", array_agg(case when k.direction = 'up' then m.value else -m.value end order by m.month) as values
    from seen join measured m using (person_id)
    join kpis k on k.org_id = ${orgId} and k.id = m.kpi_id and k.layer in ('in_work', 'business')
    where m.value is not null
    group by k.id, k.name, seen.person_id, seen.months, seen.levels order by k.name, k.id, seen.person_id`);
  const kpis: NoKpi["kpis"] = [];
  for (const kpiId of new Set(rows.map((row) => row.kpiId))) {
    const own = rows.filter((row) => row.kpiId === kpiId);
    const found = laggedWithinCorrelation(own.map(courseOf), rules.lags);
    const known = found.lags.filter(({ interval }) => interval !== null);
    const people = Math.min(...found.lags.map((lag) => lag.people));
    if (people < rules.kpiPeople) continue;
    const ends = known.flatMap(({ interval }) => (interval ?? []).map((end) => end / Math.sqrt(reliability)));
    if (known.length < rules.lags.length || ends.some((one) => Math.abs(one) >= rules.moderate)) return null;
    if (found.lead && found.lead.p_adjusted < 0.05 && known.some(({ value }) => (value ?? 0) >= 0.1)) return null;
    kpis.push({
      name: own[0]?.name ?? "",
      largest: Math.max(...known.map(({ value }) => value ?? 0)),
      upper: Math.max(...ends),
      people,
    });
  }
  return kpis.length === 0 ? null : { kpis, people: Math.max(...kpis.map(({ people }) => people)), reliability };
}

const courseOf = ({ team, months, levels, kpiMonths, values }: Row): Course => ({
  cluster: team,
  signal: new Map(months.map((month, at) => [month, levels[at] ?? 0])),
  outcome: new Map(kpiMonths.map((month, at) => [month, values[at] ?? 0])),
});
