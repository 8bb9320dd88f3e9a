import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { complexTasks } from "@/lib/metrics/complex-tasks";
import { addMonths } from "@/lib/metrics/period";

/**
 * Recomputes person_months of one month for the people noted in `touched_months`.
 *
 * A row exists for everybody employed in the month or with a fact in it. Place: the spell of the last employed day of the month,
 * or the last one before it for somebody who has left. Own acts are all verbs but `nudged` and `assigned`. An activity counts as
 * completed (`completed` or `passed`, which learning systems often send together) or certified once a month.
 */
export async function refreshPersonMonths(tx: Tx, orgId: string, month: string): Promise<void> {
  const next = addMonths(month, 1);
  const from = sql`${month}::timestamp at time zone 'UTC'`;
  const until = sql`${next}::timestamp at time zone 'UTC'`;
  const chosen = sql`(select person_id from touched_months where month = ${month})`;

  await tx.execute(sql`
    delete from person_months where org_id = ${orgId} and month = ${month} and person_id in ${chosen}`);
  await tx.execute(sql`
    with chosen as materialized ${chosen},
    complex as materialized (${complexTasks(orgId)}),
    acts as materialized (
      select e.person_id, e.activity_id, e.verb, e.assigned_by, e.seconds, e.score, a.delivery,
        coalesce(a.format, '') ilike '%certification%' as certifying,
        e.verb not in ('nudged', 'assigned') as own,
        case when c.task_id is not null and e.verb not in ('nudged', 'assigned') then c.task_id end as complex_task,
        1 << (extract(day from e.occurred_at at time zone 'UTC')::int - 1) as day_bit
      from chosen t
      join learning_events e on e.org_id = ${orgId} and e.person_id = t.person_id
        and e.occurred_at >= ${from} and e.occurred_at < ${until}
      join activities a on a.org_id = ${orgId} and a.id = e.activity_id
      left join complex c on c.task_id = e.before_task_id
    ),
    learned as (
      select person_id,
        count(*) filter (where own) as events,
        count(*) filter (where own and delivery = 'in_flow') as in_flow_events,
        count(*) filter (where own and delivery = 'destination') as destination_events,
        count(*) filter (where own and assigned_by = 'self') as self_events,
        count(*) filter (where own and assigned_by is not null) as assigned_known,
        count(*) filter (where verb = 'shared') as shares,
        count(*) filter (where verb = 'nudged' and assigned_by = 'manager') as manager_nudges,
        count(complex_task) as uses_before_complex,
        count(*) filter (where verb = 'asked') as questions,
        coalesce(sum(seconds) filter (where own), 0) as seconds,
        coalesce(sum(score) filter (where verb in ('completed', 'passed', 'failed')), 0) as score_sum,
        count(score) filter (where verb in ('completed', 'passed', 'failed')) as score_n,
        coalesce(sum(score) filter (where verb = 'rated'), 0) as satisfaction_sum,
        count(score) filter (where verb = 'rated') as satisfaction_n,
        coalesce(bit_or(day_bit) filter (where own), 0) as day_mask,
        coalesce(bit_or(day_bit) filter (where own and delivery = 'in_flow'), 0) as in_flow_day_mask
      from acts group by person_id
    ),
    finished as (
      select person_id, count(*) filter (where done) as completions, count(*) filter (where certified) as certifications
      from (
        select person_id, activity_id, bool_or(verb in ('completed', 'passed')) as done,
          bool_or(verb = 'certified' or (verb = 'passed' and certifying)) as certified
        from acts where verb in ('completed', 'passed', 'certified') group by person_id, activity_id
      ) once group by person_id
    ),
    repeated as (
      select person_id, count(*) as repeat_complex_tasks
      from (
        select person_id from acts where complex_task is not null group by person_id, complex_task having count(*) > 1
      ) often group by person_id
    ),
    worked as (
      select w.person_id, count(*) as jobs,
        count(*) filter (where outcome = 'ok') as jobs_ok,
        count(*) filter (where outcome = 'error') as job_errors,
        count(*) filter (where outcome = 'reopened') as jobs_reopened,
        count(*) filter (where outcome = 'escalated') as jobs_escalated,
        count(*) filter (where assisted) as jobs_assisted,
        count(assisted) as assisted_known,
        coalesce(sum(quality), 0) as quality_sum,
        count(quality) as quality_n,
        percentile_cont(0.5) within group (order by extract(epoch from w.completed_at - w.started_at) / 60)
          filter (where w.started_at <= w.completed_at) as cycle_minutes
      from chosen t
      join work_events w on w.org_id = ${orgId} and w.person_id = t.person_id
        and w.completed_at >= ${from} and w.completed_at < ${until}
      group by w.person_id
    ),
    changes as (
      select c.person_id,
        count(distinct c.occurred_on) filter (where c.event = 'hire') as hires,
        count(*) filter (where c.event = 'promotion') as promotions,
        count(*) filter (where c.event in ('lateral_move', 'transfer')) as moves,
        count(distinct c.occurred_on) filter (where c.event = 'exit') as exits,
        count(distinct c.occurred_on) filter (where c.event = 'exit' and c.exit_type = 'voluntary') as voluntary_exits,
        count(distinct c.occurred_on) filter (where c.event = 'exit' and c.regretted) as regretted_exits
      from (
        select e.person_id, e.occurred_on, e.event, p.exit_type, p.regretted
        from chosen t
        join employment_events e on e.org_id = ${orgId} and e.person_id = t.person_id
          and e.occurred_on >= ${month} and e.occurred_on < ${next}
        join people p on p.org_id = ${orgId} and p.id = e.person_id
        union all
        select p.id, d.occurred_on, d.event, p.exit_type, p.regretted
        from chosen t
        join people p on p.org_id = ${orgId} and p.id = t.person_id
        cross join lateral (values (p.hire_date, 'hire'), (p.exit_date, 'exit')) d (occurred_on, event)
        where d.occurred_on >= ${month} and d.occurred_on < ${next}
      ) c group by c.person_id
    ),
    employed as (
      select s.person_id, max(s.starts_on) as last_start,
        sum(greatest(0, least(coalesce(s.ends_on, ${next}::date), ${next}::date) - greatest(s.starts_on, ${month}::date))) as days
      from chosen t
      join employments s on s.org_id = ${orgId} and s.person_id = t.person_id and s.starts_on < ${next}
      group by s.person_id
    ),
    others as (
      select o.person_id from chosen t
      join observations o on o.org_id = ${orgId} and o.person_id = t.person_id
        and o.observed_at >= ${from} and o.observed_at < ${until}
      union
      select k.person_id from chosen t
      join kpi_values k on k.org_id = ${orgId} and k.person_id = t.person_id
        and k.ends_on >= ${month} and k.ends_on < ${next}
    )
    insert into person_months (
      org_id, month, person_id, unit_id, site_id, team_id, role_id, employed_days,
      events, in_flow_events, destination_events, self_events, assigned_known, shares, manager_nudges, uses_before_complex,
      repeat_complex_tasks, completions, certifications, questions, seconds, score_sum, score_n, satisfaction_sum,
      satisfaction_n, day_mask, in_flow_day_mask, jobs, jobs_ok, job_errors, jobs_reopened, jobs_escalated, jobs_assisted,
      assisted_known, quality_sum, quality_n, cycle_minutes, hires, promotions, moves, exits, voluntary_exits, regretted_exits)
    select ${orgId}::uuid, ${month}::date, t.person_id, place.unit_id, place.site_id, place.team_id, place.role_id, coalesce(employed.days, 0),
      coalesce(events, 0), coalesce(in_flow_events, 0), coalesce(destination_events, 0), coalesce(self_events, 0),
      coalesce(assigned_known, 0), coalesce(shares, 0), coalesce(manager_nudges, 0), coalesce(uses_before_complex, 0),
      coalesce(repeat_complex_tasks, 0), coalesce(completions, 0), coalesce(certifications, 0), coalesce(questions, 0),
      coalesce(seconds, 0), coalesce(score_sum, 0), coalesce(score_n, 0), coalesce(satisfaction_sum, 0),
      coalesce(satisfaction_n, 0), coalesce(day_mask, 0), coalesce(in_flow_day_mask, 0), coalesce(jobs, 0),
      coalesce(jobs_ok, 0), coalesce(job_errors, 0), coalesce(jobs_reopened, 0), coalesce(jobs_escalated, 0),
      coalesce(jobs_assisted, 0), coalesce(assisted_known, 0), coalesce(quality_sum, 0), coalesce(quality_n, 0), worked.cycle_minutes,
      coalesce(hires, 0), coalesce(promotions, 0), coalesce(moves, 0), coalesce(exits, 0), coalesce(voluntary_exits, 0),
      coalesce(regretted_exits, 0)
    from chosen t
    left join employed using (person_id)
    left join learned using (person_id)
    left join finished using (person_id)
    left join repeated using (person_id)
    left join worked using (person_id)
    left join changes using (person_id)
    left join employments place on place.org_id = ${orgId} and place.person_id = t.person_id
      and place.starts_on = employed.last_start
    where employed.days > 0 or learned.person_id is not null or worked.person_id is not null or changes.person_id is not null
      or t.person_id in (select person_id from others)
    order by t.person_id
  `);
}
