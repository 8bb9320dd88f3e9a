import { type SQL, sql } from "drizzle-orm";
import { lastKnownDay } from "./span";

const monthOf = (moment: SQL) => sql`date_trunc('month', ${moment} at time zone 'UTC')::date`;
const own = sql`verb not in ('nudged', 'assigned')`;

/** person_months as the facts have it, in one plain statement over all facts: what the rollups are checked against. */
export function expectedPersonMonths(orgId: string): SQL {
  return sql`
    with acts as (
      select e.*, ${monthOf(sql`occurred_at`)} as month, (occurred_at at time zone 'UTC')::date as day, a.delivery, a.format,
        exists (
          select 1 from role_skills rs, skills s
          where rs.org_id = ${orgId} and s.org_id = ${orgId} and s.id = rs.skill_id
            and coalesce(rs.depth, s.depth) = 'complex'
            and rs.task_id = (select coalesce(merged_into, id) from tasks t where t.org_id = ${orgId} and t.id = e.before_task_id)
        ) as complex,
        (select coalesce(merged_into, id) from tasks t where t.org_id = ${orgId} and t.id = e.before_task_id) as task
      from learning_events e, activities a
      where e.org_id = ${orgId} and a.org_id = ${orgId} and a.id = e.activity_id
    ),
    learned as (
      select month, person_id,
        count(*) filter (where ${own}) as events,
        count(distinct event_id) filter (where ${own} and delivery = 'in_flow') as in_flow_events,
        count(distinct event_id) filter (where ${own} and delivery = 'destination') as destination_events,
        count(*) filter (where ${own} and assigned_by = 'self') as self_events,
        count(assigned_by) filter (where ${own}) as assigned_known,
        count(*) filter (where verb = 'shared') as shares,
        count(*) filter (where verb = 'nudged' and assigned_by = 'manager') as manager_nudges,
        count(*) filter (where ${own} and complex) as uses_before_complex,
        count(distinct activity_id) filter (where verb in ('completed', 'passed')) as completions,
        count(distinct activity_id) filter (
          where verb = 'certified' or (verb = 'passed' and lower(format) like '%certification%')
        ) as certifications,
        count(*) filter (where verb = 'asked') as questions,
        sum(seconds) filter (where ${own}) as seconds,
        sum(score) filter (where verb in ('completed', 'passed', 'failed')) as score_sum,
        count(score) filter (where verb in ('completed', 'passed', 'failed')) as score_n,
        sum(score) filter (where verb = 'rated') as satisfaction_sum,
        count(score) filter (where verb = 'rated') as satisfaction_n,
        array_agg(distinct day) filter (where ${own}) as active_on,
        array_agg(distinct day) filter (where ${own} and delivery = 'in_flow') as in_flow_on
      from acts group by month, person_id
    ),
    repeated as (
      select month, person_id, count(*) as tasks from (
        select month, person_id, task from acts where ${own} and complex
        group by month, person_id, task having count(distinct event_id) >= 2
      ) twice group by month, person_id
    ),
    worked as (
      select ${monthOf(sql`completed_at`)} as month, person_id, count(distinct event_id) as jobs,
        sum((outcome = 'ok')::int) as jobs_ok, sum((outcome = 'error')::int) as job_errors,
        sum((outcome = 'reopened')::int) as jobs_reopened, sum((outcome = 'escalated')::int) as jobs_escalated,
        sum(assisted::int) as jobs_assisted, count(assisted) as assisted_known,
        sum(quality) as quality_sum, count(quality) as quality_n,
        percentile_cont(0.5) within group (order by case when started_at <= completed_at
          then extract(epoch from completed_at - started_at)::float8 / 60 end) as cycle_minutes
      from work_events where org_id = ${orgId} group by 1, 2
    ),
    news as (
      select person_id, occurred_on, event from employment_events where org_id = ${orgId}
      union select id, hire_date, 'hire' from people where org_id = ${orgId} and hire_date is not null
      union select id, exit_date, 'exit' from people where org_id = ${orgId} and exit_date is not null
    ),
    changed as (
      select date_trunc('month', occurred_on)::date as month, person_id,
        sum((event = 'hire')::int) as hires, sum((event = 'promotion')::int) as promotions,
        sum((event in ('lateral_move', 'transfer'))::int) as moves, sum((event = 'exit')::int) as exits,
        sum((event = 'exit' and coalesce(exit_type = 'voluntary', false))::int) as voluntary_exits,
        sum((event = 'exit' and coalesce(regretted, false))::int) as regretted_exits
      from news join people on people.org_id = ${orgId} and people.id = person_id group by 1, 2
    ),
    other as (
      select ${monthOf(sql`observed_at`)} as month, person_id from observations where org_id = ${orgId} and struck_at is null
      union select date_trunc('month', ends_on)::date, person_id from kpi_values where org_id = ${orgId}
    ),
    span as (
      select greatest(min(month), (max(month) - interval '119 months')::date) as first, max(month) as last from (
        select month from learned where events > 0 union all select month from worked union all select month from other
        union all select date_trunc('month', occurred_on)::date from news
        where event <> 'hire' and occurred_on <= ${lastKnownDay(orgId)}
      ) facts
    ),
    grid as (
      select people.id as person_id, m::date as month, daterange(m::date, (m + interval '1 month')::date) as days
      from people, span, generate_series(span.first, span.last, interval '1 month') m where people.org_id = ${orgId}
    ),
    employed as (
      select g.person_id, g.month, sum(upper(e.days * g.days) - lower(e.days * g.days)) as employed_days
      from grid g, (select *, daterange(starts_on, ends_on) as days from employments where org_id = ${orgId}) e
      where e.person_id = g.person_id and e.days && g.days group by 1, 2
    ),
    placed as (
      select distinct on (g.person_id, g.month) g.person_id, g.month, e.unit_id, e.site_id, e.team_id, e.role_id
      from grid g, employments e
      where e.org_id = ${orgId} and e.person_id = g.person_id and e.starts_on < upper(g.days)
      order by g.person_id, g.month, e.starts_on desc
    )
    select g.month, g.person_id, unit_id, site_id, team_id, role_id, coalesce(employed_days, 0) as employed_days,
      ${whole("events in_flow_events destination_events self_events assigned_known shares manager_nudges uses_before_complex")},
      coalesce(repeated.tasks, 0) as repeat_complex_tasks,
      ${whole("completions certifications questions score_n satisfaction_n")},
      ${rounded("seconds score_sum satisfaction_sum quality_sum")}, round(cycle_minutes::numeric, 6) as cycle_minutes,
      ${mask("active_on")} as day_mask, ${mask("in_flow_on")} as in_flow_day_mask,
      ${whole("jobs jobs_ok job_errors jobs_reopened jobs_escalated jobs_assisted assisted_known quality_n")},
      ${whole("hires promotions moves exits voluntary_exits regretted_exits")}
    from grid g
    left join employed using (person_id, month) left join placed using (person_id, month)
    left join learned using (person_id, month) left join repeated using (person_id, month)
    left join worked using (person_id, month) left join changed using (person_id, month)
    where employed_days > 0 or learned.month is not null or worked.month is not null or changed.month is not null
      or (g.person_id, g.month) in (select person_id, month from other)`;
}

/** person_months as stored, in the columns and roundings of `expectedPersonMonths`. */
export function storedPersonMonths(orgId: string): SQL {
  return sql`
    select month, person_id, unit_id, site_id, team_id, role_id, employed_days,
      ${whole("events in_flow_events destination_events self_events assigned_known shares manager_nudges uses_before_complex")},
      ${whole("repeat_complex_tasks completions certifications questions score_n satisfaction_n")},
      ${rounded("seconds score_sum satisfaction_sum quality_sum")}, round(cycle_minutes::numeric, 6) as cycle_minutes, day_mask::bigint, in_flow_day_mask::bigint,
      ${whole("jobs jobs_ok job_errors jobs_reopened jobs_escalated jobs_assisted assisted_known quality_n")},
      ${whole("hires promotions moves exits voluntary_exits regretted_exits")}
    from person_months where org_id = ${orgId}`;
}

const listed = (names: string, each: (name: SQL) => SQL) =>
  sql.join(
    names.split(" ").map((name) => sql`${each(sql`${sql.identifier(name)}`)} as ${sql.identifier(name)}`),
    sql`, `,
  );
const whole = (names: string) => listed(names, (name) => sql`coalesce(${name}, 0)::bigint`);
/** Sums of decimals depend on the order of adding in their last bits. */
const rounded = (names: string) => listed(names, (name) => sql`round(coalesce(${name}, 0)::numeric, 6)`);
const mask = (name: string) =>
  sql`(select coalesce(sum(1::bigint << (extract(day from d)::int - 1)), 0)::bigint from unnest(${sql.identifier(name)}) d)`;
