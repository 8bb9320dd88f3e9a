import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Bounds } from "@/lib/access/scope";
import { carriedTasks, sameTasks } from "@/lib/skills/carried-tasks";
import { withinBounds } from "./within-bounds";
import type { WorkPeriod } from "./work-period";

type Question = {
  orgId: string;
  bounds: Bounds;
  period: WorkPeriod;
  /** Only what counts for this role. */
  roleId: string | null;
  /** Only these tasks. */
  taskIds?: readonly string[];
};

const at = (day: string) => sql`${day}::timestamp at time zone 'UTC'`;

/**
 * Jobs and requests for help of each person within the bounds, by month and task, with the role they count for; a task that others were
 * merged into may have several rows. Minutes are of jobs whose start
 * is known and that took at most a day: a ticket left open over a weekend was not worked on for three days.
 */
export function jobsByPersonMonth({ orgId, bounds, period, roleId, taskIds }: Question): SQL {
  const month = (moment: SQL) => sql`date_trunc('month', ${moment} at time zone 'UTC')::date`;
  const ofRole = roleId === null ? sql`true` : sql`coalesce(t.role_id, m.role_id) = ${roleId}::uuid`;
  const mayBe = taskIds
    ? sql`task_id = ${sameTasks(orgId, taskIds)}`
    : roleId === null
      ? sql`true`
      : sql`task_id in (select was from ${carriedTasks(orgId)} c where c.role_id = ${roleId}::uuid or c.role_id is null)`;
  return sql`
    select d.*, t.id as task_id, coalesce(t.role_id, m.role_id) as role_id from (
      select person_id, ${month(sql`completed_at`)} as month, task_id as named, count(*) as jobs, count(outcome) as known,
        sum((outcome = 'ok')::int) as ok, sum((outcome in ('error', 'reopened'))::int) as wrong, sum((outcome = 'escalated')::int) as escalated,
        count(assisted) as assisted_known, sum(assisted::int) as assisted, 0 as asked,
        count(*) filter (where ${ofADay}) as minutes_n,
        sum(extract(epoch from completed_at - started_at)::float8 / 60) filter (where ${ofADay}) as minutes,
        count(value) as value_n, sum(value) as value
      from work_events
      where org_id = ${orgId} and completed_at >= ${at(period.start)} and completed_at < ${at(period.end)} and ${mayBe}
      group by 1, 2, 3
      union all
      select person_id, ${month(sql`asked_at`)}, task_id, 0, 0, 0, 0, 0, 0, 0, count(*), 0, 0, 0, 0
      from help_requests
      where org_id = ${orgId} and asked_at >= ${at(period.start)} and asked_at < ${at(period.end)} and task_id is not null and ${mayBe}
      group by 1, 2, 3
    ) d
    join person_months m on m.org_id = ${orgId} and m.month = d.month and m.person_id = d.person_id
    join ${carriedTasks(orgId)} t on t.was = d.named
    where m.month >= ${period.start}::date and m.month < ${period.end}::date and ${ofRole} and coalesce(t.role_id, m.role_id) is not null
      and ${withinBounds(orgId, bounds)}`;
}

const ofADay = sql`started_at <= completed_at and completed_at - started_at <= interval '1 day'`;
