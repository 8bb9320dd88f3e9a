import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Plan } from "@/lib/evaluation/plan";
import type { Windows } from "@/lib/evaluation/windows";
import type { FoundEvent } from "./rival-explanations-rules";

export type Span = { from: string; to: string };

/**
 * From the start of the baseline to the end of the follow-up; where a window is open, from the first or to the last period that has a value.
 * Null where there is nothing to compare. Needs `evaluation_history`.
 */
export async function readSpan(tx: Tx, { baseline, followUp, firstExposure }: Windows): Promise<Span | null> {
  if (!followUp) return null;
  const { rows } = await tx.execute<{ from: string | null; to: string | null }>(sql`
    with periods as (select min(days[1]) as first, max(days[cardinality(days)]) as last from evaluation_history where cardinality(days) > 0)
    select case when ${baseline === null} then coalesce(${firstExposure}::date, ${followUp.from}::date)
        else coalesce(${baseline?.from ?? null}::date, first, ${baseline?.to ?? null}::date) end::text as from,
      coalesce(${followUp.to}::date, last)::text as to
    from periods`);
  const { from = null, to = null } = rows[0] ?? {};
  return from === null || to === null || to < from ? null : { from, to };
}

export type Calendar = {
  /** The organisation has entered at least one event, of whatever day. */
  kept: boolean;
  /** Of the people compared: the share about whom somebody says that nothing else happened in the whole span. */
  quiet: number;
  events: FoundEvent[];
};

/** Everybody who is compared as `n`, `person_id`, `unit`, `site` and `grp`: of a phased roll-out those exposed in time against the others. */
function comparedPeople(plan: Plan, { to }: Span): SQL {
  if (plan.design !== "phased")
    return sql`select n, person_id, unit, site, arm as grp from evaluation_members where arm is not null`;
  const exposed = sql`(label <> 'control' and exposure is not null and exposure <= ${to}::date)`;
  return sql`
    select n, person_id, unit, site, case when not bool_or(not ${exposed}) over () then label when ${exposed} then 'treated' else 'control' end as grp
    from evaluation_members`;
}

/** The events that overlap the span, with how many of each group worked there meanwhile. Needs `evaluation_members`. */
export async function readCalendarOf(tx: Tx, plan: Plan, span: Span): Promise<Calendar> {
  const { orgId } = plan;
  const { rows: about } = await tx.execute<{ kept: boolean; silent: boolean }>(sql`
    select coalesce(bool_or(kind <> 'none'), false) as kept, count(*) = 0 as silent from calendar_events where org_id = ${orgId}`);
  const { kept = false, silent = true } = about[0] ?? {};
  if (silent) return { kept, quiet: 0, events: [] };
  await tx.execute(sql`drop table if exists pg_temp.compared_people`);
  await tx.execute(sql`create temporary table compared_people on commit drop as ${comparedPeople(plan, span)}`);
  await tx.execute(sql`analyze compared_people (person_id)`);
  return { kept, quiet: await readQuiet(tx, orgId, span), events: kept ? await readEvents(tx, orgId, span) : [] };
}

async function readQuiet(tx: Tx, orgId: string, { from, to }: Span): Promise<number> {
  const { rows } = await tx.execute<{ quiet: number }>(sql`
    with quiet as (
      select u.path, s.name as site, daterange(e.starts_on, e.ends_on, '[]') as days from calendar_events e
      left join business_units u on u.org_id = e.org_id and u.id = e.unit_id
      left join sites s on s.org_id = e.org_id and s.id = e.site_id
      where e.org_id = ${orgId} and e.kind = 'none'
    )
    select coalesce(sum(people) filter (where (
        select range_agg(q.days) from quiet q
        where (q.path is null or p.unit = q.path or starts_with(p.unit, q.path || ' / ')) and (q.site is null or p.site = q.site)
      ) @> daterange(${from}::date, ${to}::date, '[]')) / sum(people), 0)::float8 as quiet
    from (select unit, site, count(*) as people from compared_people group by unit, site) p`);
  return rows[0]?.quiet ?? 0;
}

async function readEvents(tx: Tx, orgId: string, { from, to }: Span): Promise<FoundEvent[]> {
  const { rows } = await tx.execute<FoundEvent & { placed: boolean }>(sql`
    with sizes as (
      select grp, count(*)::int as of from compared_people group by grp
    ), e as (
      select e.id, e.name, e.kind, e.starts_on, e.ends_on, e.unit_id, e.site_id, u.path, s.name as site,
        greatest(e.starts_on, ${from}::date) as first, least(e.ends_on, ${to}::date) as last
      from calendar_events e
      left join business_units u on u.org_id = e.org_id and u.id = e.unit_id
      left join sites s on s.org_id = e.org_id and s.id = e.site_id
      where e.org_id = ${orgId} and e.kind <> 'none' and e.starts_on <= ${to}::date and coalesce(e.ends_on, 'infinity') >= ${from}::date
    ), places as materialized (
      select e.id, b.id as unit_id, e.site_id, e.first, e.last from e join business_units b
        on b.org_id = ${orgId} and (b.path = e.path or starts_with(b.path, e.path || ' / '))
    ), worked as (
      select p.id, x.person_id from places p
      join employments x on x.org_id = ${orgId} and x.unit_id = p.unit_id and x.starts_on <= p.last
        and (x.ends_on is null or x.ends_on > p.first) and (p.site_id is null or x.site_id = p.site_id)
      union
      select e.id, x.person_id from e
      join employments x on x.org_id = ${orgId} and x.site_id = e.site_id and x.starts_on <= e.last
        and (x.ends_on is null or x.ends_on > e.first)
      where e.unit_id is null and e.site_id is not null
    ), reached as materialized (
      select w.id, p.grp, count(*)::int as people from worked w join compared_people p on p.person_id = w.person_id group by w.id, p.grp
    )
    select e.name, e.kind, e.starts_on::text as from, e.ends_on::text as to, nullif(concat_ws(', ', e.path, e.site), '') as where,
      (e.unit_id is null and e.site_id is null) or exists (
        select from employments x join compared_people p on p.person_id = x.person_id where x.org_id = ${orgId}
          and (x.unit_id is not null or x.site_id is not null)
      ) as placed,
      (select jsonb_object_agg(z.grp, jsonb_build_object('of', z.of, 'people',
        case when e.unit_id is null and e.site_id is null then z.of else coalesce(r.people, 0) end))
        from sizes z left join reached r on r.id = e.id and r.grp = z.grp) as reached
    from e order by e.starts_on, e.name collate "C", e.path collate "C", e.site collate "C"`);
  return rows.map(({ placed, reached, ...event }) => ({ ...event, reached: placed ? reached : null }));
}
