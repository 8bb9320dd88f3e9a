import { type SQL, sql } from "drizzle-orm";
import { sameTasks } from "@/lib/skills/carried-tasks";
import type { SignalDefinition, WorkMeasure } from "./definition";

const outcome = (name: string) => sql.raw(`case when w.outcome is not null then (w.outcome ${name})::int::float8 end`);
const measured: Record<WorkMeasure, SQL> = {
  right_first_time: outcome("= 'ok'"),
  not_escalated: outcome("<> 'escalated'"),
  not_reopened: outcome("<> 'reopened'"),
  unassisted: sql.raw("(not w.assisted)::int::float8"),
  quality: sql.raw("w.quality"),
  cycle_minutes: sql.raw(
    "case when w.started_at <= w.completed_at then extract(epoch from w.completed_at - w.started_at)::float8 / 60 end",
  ),
};

/** Months from the first up to and not including the last, as YYYY-MM-01. Jobs before `jobsSince` are not looked at. */
export type SignalMonths = { from: string; until: string; jobsSince?: string };

/**
 * What a rule gives by person and month: (person_id, month, value, n, level). A month is rated where something was recorded in it and the
 * window that ends with its last job, or value, holds enough; so that what nobody did any more is not rated again and again.
 */
export function signalRatings(orgId: string, definition: SignalDefinition, months: SignalMonths): SQL {
  return sql`
    select person_id, month, value, n, ${levelSql(definition)} as level
    from (${definition.source === "work" ? workValues(orgId, definition, months) : kpiValues(orgId, definition, months)}) valued
    where n >= ${definition.least}::int`;
}

function levelSql({ side, bands, otherwise }: SignalDefinition): SQL {
  const steps = bands.map(
    ({ at, level }) =>
      `when value ${side === "above" ? ">=" : "<="} ${at} ${side === "above" ? "-" : "+"} 1e-9 then ${level}`,
  );
  return sql.raw(`case ${steps.join(" ")} else ${otherwise} end`);
}

type Of<Source> = Extract<SignalDefinition, { source: Source }>;

function workValues(
  orgId: string,
  { taskIds, measure, window }: Of<"work">,
  { from, until, jobsSince }: SignalMonths,
): SQL {
  // Far enough back for the window of the first month; by jobs nobody knows how far that is.
  const first =
    window.by === "days" ? sql`${from}::date - ${window.days}::int` : jobsSince ? sql`${jobsSince}::date` : null;
  const since = first ? sql`and w.completed_at >= (${first})::timestamp at time zone 'UTC'` : sql``;
  const frame = sql.raw(
    window.by === "jobs" ? `rows ${window.jobs - 1} preceding` : `range interval '${window.days} days' preceding`,
  );
  const jobs = sql`
    jobs as materialized (
      select w.person_id, w.completed_at, w.event_id, date_trunc('month', w.completed_at at time zone 'UTC')::date as month, ${measured[measure]} as value
      from work_events w
      where w.org_id = ${orgId} and w.task_id = ${sameTasks(orgId, taskIds)} and w.completed_at < ${until}::timestamp at time zone 'UTC'
        ${since} and ${measured[measure]} is not null
    )`;
  const order = sql.raw(window.by === "jobs" ? "completed_at, event_id" : "completed_at");
  const isMedian = measure === "cycle_minutes";
  const value = isMedian
    ? sql`(select percentile_cont(0.5) within group (order by one) from unnest(given) one)`
    : sql`given`;
  return sql`
    with ${jobs},
    windowed as (
      select person_id, month, completed_at, event_id, count(*) over last_jobs as n,
        ${isMedian ? sql`array_agg(value)` : sql`avg(value)`} over last_jobs as given
      from jobs window last_jobs as (partition by person_id order by ${order} ${frame})
    ),
    ends as (
      select distinct on (person_id, month) person_id, month, n, given
      from windowed where month >= ${from}::date order by person_id, month, completed_at desc, event_id desc
    )
    select person_id, month, ${value} as value, n::int as n from ends`;
}

function kpiValues(orgId: string, { kpiId, months }: Of<"kpi">, { from, until }: SignalMonths): SQL {
  return sql`
    with given as (
      select person_id, ends_on, date_trunc('month', ends_on)::date as month, value, numerator, denominator from kpi_values
      where org_id = ${orgId} and kpi_id = ${kpiId} and ends_on < ${until}::date
        and ends_on >= (${from}::date - make_interval(months => ${months}::int - 1))::date
        and (value is not null or (numerator is not null and denominator is not null))
    ),
    ends as (select distinct person_id, month from given where month >= ${from}::date)
    select e.person_id, e.month, coalesce(sum(g.numerator) / nullif(sum(g.denominator), 0), avg(g.value)) as value, count(*)::int as n
    from ends e join given g on g.person_id = e.person_id and g.month <= e.month
      and g.month > (e.month - make_interval(months => ${months}::int))::date
    group by e.person_id, e.month
    having coalesce(sum(g.numerator) / nullif(sum(g.denominator), 0), avg(g.value)) is not null`;
}
