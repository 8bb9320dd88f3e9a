import { type SQL, sql } from "drizzle-orm";
import { passingScore } from "@/lib/evidence/states/learning-kind";
import { addMonths } from "@/lib/metrics/period";
import { carriedTasks } from "@/lib/skills/carried-tasks";
import { jointMomentsSql } from "@/lib/work/figures/joint-moments-sql";
import { servedNeeds } from "@/lib/work/figures/served-needs";
import { withinBounds } from "@/lib/work/figures/within-bounds";
import { workMonths } from "@/lib/work/figures/work-period";
import type { WorkQuestion } from "@/lib/work/figures/work-reading";

/** First tries are looked for in so many months up to the end of the period. */
export const triedMonths = 12;

/** A table in brackets: the concept each activity is about (activity_id, id): its behaviour, else its skill. */
export const conceptsOf = (orgId: string): SQL => sql`(
  select a.id as activity_id, coalesce(b.merged_into, b.id, s.merged_into, s.id) as id
  from activities a
  left join behaviours b on b.org_id = a.org_id and b.id = a.behaviour_id
  left join skills s on s.org_id = a.org_id and s.id = a.skill_id
  where a.org_id = ${orgId} and coalesce(b.id, s.id) is not null)`;

const at = (day: string) => sql`${day}::timestamp at time zone 'UTC'`;

/**
 * Tries between two days (id of the concept, person_id, occurred_at, event_id, score, missed) at activities of the table `concepts`
 * (`conceptsOf`), by people the viewer may see figures of.
 */
export const triesBetween = (
  { orgId, bounds }: Pick<WorkQuestion, "orgId" | "bounds">,
  { start, end }: { start: string; end: string },
): SQL => sql`
  select c.id, e.person_id, e.occurred_at, e.event_id, e.score,
    case when e.verb in ('passed', 'certified') then false when e.verb = 'failed' then true
      when e.success is not null then not e.success else e.score < ${passingScore} end as missed
  from learning_events e
  join concepts c using (activity_id)
  join person_months m on m.org_id = ${orgId} and m.person_id = e.person_id
    and m.month = date_trunc('month', e.occurred_at at time zone 'UTC')::date
  where e.org_id = ${orgId} and e.occurred_at >= ${at(start)} and e.occurred_at < ${at(end)}
    and e.verb in ('passed', 'failed', 'certified', 'completed')
    and (e.verb <> 'completed' or e.success is not null or e.score is not null) and ${withinBounds(orgId, bounds)}`;

/**
 * A row per concept (`MissedSums`). A try is an activity passed, failed, certified or completed of which it is known how it went: by its verb, else by
 * its success, else by its score. A person's first try is the earliest of the twelve months at any activity of the concept. Work is that in tasks whose
 * needs the activities are for, in the six months before and after the person passed; trouble is a job in error, re-opened or escalated, or a request for help.
 */
export function missedBy({ orgId, bounds, period }: WorkQuestion): SQL {
  const start = addMonths(period.end, -triedMonths);
  const around = sql`make_interval(months => ${workMonths}::int)`;
  return sql`
    with concepts as materialized ${conceptsOf(orgId)},
    tries as materialized (${triesBetween({ orgId, bounds }, { start, end: period.end })}),
    firsts as materialized (
      select distinct on (id, person_id) id, person_id, occurred_at, score, missed from tries order by id, person_id, occurred_at, event_id
    ),
    passes as materialized (
      select f.id, f.person_id, min(t.occurred_at) as passed_at
      from firsts f join tries t using (id, person_id)
      where f.missed and not t.missed and t.occurred_at > f.occurred_at group by 1, 2
    ),
    needed as materialized (
      select distinct c.id, was.was as task_id, was.id as now_id
      from concepts c join ${servedNeeds(orgId)} n using (activity_id)
      join ${carriedTasks(orgId)} t on t.was = n.task_id
      join ${carriedTasks(orgId)} was on was.id = t.id
    ),
    done as (
      select p.id, p.person_id, e.completed_at > p.passed_at as after,
        count(*) filter (where e.outcome in ('error', 'reopened', 'escalated')) as a, count(e.outcome) as b
      from passes p join needed n using (id)
      join work_events e on e.org_id = ${orgId} and e.person_id = p.person_id and e.task_id = n.task_id
        and e.completed_at >= p.passed_at - ${around} and e.completed_at < least(p.passed_at + ${around}, ${at(period.end)})
      group by 1, 2, 3
      union all
      select p.id, p.person_id, h.asked_at > p.passed_at, count(*), 0
      from passes p join needed n using (id)
      join help_requests h on h.org_id = ${orgId} and h.person_id = p.person_id and h.task_id = n.task_id
        and h.asked_at >= p.passed_at - ${around} and h.asked_at < least(p.passed_at + ${around}, ${at(period.end)})
      group by 1, 2, 3
    ),
    per as (
      select id, person_id, coalesce(sum(a) filter (where after), 0)::float8 as a1, coalesce(sum(b) filter (where after), 0)::float8 as b1,
        coalesce(sum(a) filter (where not after), 0)::float8 as a0, coalesce(sum(b) filter (where not after), 0)::float8 as b0
      from done group by 1, 2
    ),
    work as (
      select id, count(*)::int as n, sum(b0)::int as "jobsBefore", sum(b1)::int as "jobsAfter", ${jointMomentsSql(["a1", "b1", "a0", "b0"])}
      from per where b1 > 0 and b0 > 0 group by 1
    )
    select f.id, count(*)::int as people, count(*) filter (where f.missed)::int as missed, count(f.score)::int as scored, avg(f.score) as "meanScore",
      json_build_object('tries', count(*) filter (where not ${isLate(period.end)}), 'missed', count(*) filter (where f.missed and not ${isLate(period.end)})) as earlier,
      json_build_object('tries', count(*) filter (where ${isLate(period.end)}), 'missed', count(*) filter (where f.missed and ${isLate(period.end)})) as later,
      (select count(*)::int from passes p where p.id = f.id) as passed, (select count(distinct now_id)::int from needed n where n.id = f.id) as tasks,
      (select row_to_json(w) from work w where w.id = f.id) as work
    from firsts f group by f.id`;
}

const isLate = (end: string) => sql`f.occurred_at >= ${addMonths(end, -triedMonths / 2)}::timestamp at time zone 'UTC'`;
