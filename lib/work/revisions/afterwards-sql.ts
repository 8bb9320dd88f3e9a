import { type SQL, sql } from "drizzle-orm";
import { addMonths } from "@/lib/metrics/period";
import { carriedTasks } from "@/lib/skills/carried-tasks";
import { jointMomentsSql } from "@/lib/work/figures/joint-moments-sql";
import { servedNeeds } from "@/lib/work/figures/served-needs";
import type { WorkQuestion } from "@/lib/work/figures/work-reading";
import { conceptsOf, triedMonths, triesBetween } from "@/lib/work/missed/missed-sql";

/** A closed revision; `month` is that of closing, "YYYY-MM-01". */
export type Closed = { id: string; activityId: string; month: string };

const listed = (closed: readonly Closed[]) =>
  sql`closed (id, activity_id, month) as (values ${sql.join(
    closed.map(({ id, activityId, month }) => sql`(${id}::uuid, ${activityId}::uuid, ${month}::date)`),
    sql`, `,
  )})`;

/**
 * A row per closed revision whose activity is about a concept: first tries at the concept in the twelve months before the month of closing
 * and in the full months since (before, since), with `JointMoments` of (missed since, tries since, missed before, tries before) of each person.
 */
export function triesAround({ orgId, bounds, period }: WorkQuestion, closed: readonly Closed[]): SQL {
  const first = closed.map(({ month }) => month).toSorted()[0] ?? period.end;
  const span = { start: addMonths(first, -triedMonths), end: period.end };
  const month = sql`date_trunc('month', t.occurred_at at time zone 'UTC')::date`;
  return sql`
    with ${listed(closed)},
    known as materialized ${conceptsOf(orgId)},
    about as (select c.id, c.month, k.id as concept from closed c join known k using (activity_id)),
    concepts as materialized (select * from known where id in (select concept from about)),
    tries as materialized (${triesBetween({ orgId, bounds }, span)}),
    firsts as (
      select distinct on (a.id, t.person_id) a.id, ${month} as tried, a.month, t.missed::int as missed
      from about a join tries t on t.id = a.concept and ${month} >= a.month - make_interval(months => ${triedMonths}::int)
      order by a.id, t.person_id, t.occurred_at, t.event_id
    ),
    per as (
      select id, case when tried > month then missed else 0 end as a1, (tried > month)::int as b1,
        case when tried < month then missed else 0 end as a0, (tried < month)::int as b0
      from firsts where tried <> month
    )
    select id, count(*)::int as n, sum(b0)::int as before, sum(b1)::int as since, ${jointMomentsSql(["a1", "b1", "a0", "b0"])}
    from per group by id`;
}

/** The tasks a revised activity is for (id of the revision, roleId, taskId): of the needs it serves, and of the friction points it was built for. */
export const tasksRevised = (orgId: string, closed: readonly Closed[]): SQL => sql`
  with ${listed(closed)}
  select distinct c.id, coalesce(t.role_id, f.role_id) as "roleId", t.id as "taskId"
  from closed c
  join (
    select activity_id, role_id, task_id from ${servedNeeds(orgId)} served
    union all
    select a.activity_id, p.role_id, p.task_id from friction_activities a
    join friction_points p on p.org_id = a.org_id and p.id = a.friction_id where a.org_id = ${orgId} and p.status <> 'dismissed'
  ) f using (activity_id)
  join ${carriedTasks(orgId)} t on t.was = f.task_id`;
