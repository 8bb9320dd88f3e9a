import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { isSmallGroup } from "@/lib/access/privacy";
import type { Bounds } from "@/lib/access/scope";
import { withoutLoops } from "@/lib/rollups/without-loops";
import { carriedTasks, sameTasks } from "@/lib/skills/carried-tasks";
import { jobsByPersonMonth } from "@/lib/work/figures/jobs-sql";
import type { WorkPeriod } from "@/lib/work/figures/work-period";
import type { Engagement } from "./diagnose";
import type { FrictionSignal } from "./propose";

type Question = { orgId: string; bounds: Bounds; period: WorkPeriod; minimum: number };
/** A task that is asked about, and the key of the answer. */
export type Asked = { key: string; roleId: string; taskId: string; signal: FrictionSignal };

type Row = {
  key: string;
  people: number;
  engaged: number;
  usedJobs: number;
  used: number;
  othersJobs: number;
  others: number;
};

/**
 * For each task: how many of those who did it used learning made for it in the period, and how it went for them and the others. Made for it is what is
 * anchored to a friction point of the task, what is about a behaviour that shows a skill needed for it, and what was opened before it.
 */
export async function readEngagement(
  tx: Tx,
  question: Question,
  asked: readonly Asked[],
): Promise<Map<string, Engagement>> {
  if (asked.length === 0) return new Map();
  const { orgId, period, minimum } = question;
  const rows = sql.join(
    asked.map(({ key, roleId, taskId, signal }) => sql`(${key}, ${roleId}::uuid, ${taskId}::uuid, ${signal})`),
    sql`, `,
  );
  const taskIds = [...new Set(asked.map(({ taskId }) => taskId))];
  const within = sql`e.org_id = ${orgId} and e.verb not in ('nudged', 'assigned')
    and e.occurred_at >= ${period.start}::timestamp at time zone 'UTC' and e.occurred_at < ${period.end}::timestamp at time zone 'UTC'`;
  const engagement = sql`
    with asked (key, role_id, task_id, signal) as (values ${rows}),
    jobs as materialized (${jobsByPersonMonth({ ...question, roleId: null, taskIds })}),
    anchors as materialized (
      select t.id as task_id, a.activity_id from friction_points f join ${carriedTasks(orgId)} t on t.was = f.task_id
        join friction_activities a on a.org_id = f.org_id and a.friction_id = f.id
        where f.org_id = ${orgId} and f.task_id = ${sameTasks(orgId, taskIds)}
      union
      select n.task_id, a.id from role_skills n
        join behaviours b on b.org_id = n.org_id and b.skill_id = n.skill_id
        join activities a on a.org_id = b.org_id and a.behaviour_id = b.id
        where n.org_id = ${orgId} and n.task_id = any(${sql.param(taskIds)}::uuid[]) and (
          not exists (select from need_behaviours k where k.org_id = n.org_id and k.need_id = n.id)
          or exists (select from need_behaviours k where k.org_id = n.org_id and k.need_id = n.id and k.behaviour_id = b.id))
    ),
    used as materialized (
      select distinct e.person_id, a.task_id from learning_events e join anchors a on a.activity_id = e.activity_id where ${within}
      union
      select distinct e.person_id, t.id from learning_events e join ${carriedTasks(orgId)} t on t.was = e.before_task_id
        where ${within} and e.before_task_id = ${sameTasks(orgId, taskIds)}
    ),
    per as (
      select q.key, j.person_id, bool_or(u.person_id is not null) as engaged,
        sum(case q.signal when 'wrong' then j.wrong when 'escalated' then j.escalated when 'assisted' then j.assisted else j.asked end)::float8 as a,
        sum(case q.signal when 'assisted' then j.assisted_known when 'asked' then j.jobs else j.known end)::float8 as b
      from asked q join jobs j on j.role_id = q.role_id and j.task_id = q.task_id
      left join used u on u.person_id = j.person_id and u.task_id = q.task_id
      group by 1, 2 having sum(j.jobs) > 0
    )
    select key, count(*)::int as people, count(*) filter (where engaged)::int as engaged,
      coalesce(sum(b) filter (where engaged), 0) as "usedJobs", coalesce(sum(a) filter (where engaged), 0) as used,
      coalesce(sum(b) filter (where not engaged), 0) as "othersJobs", coalesce(sum(a) filter (where not engaged), 0) as others
    from per group by 1`;
  const { rows: found } = await withoutLoops(tx, true, () => tx.execute<Row>(engagement));
  return new Map(
    found.flatMap((row): [string, Engagement][] => {
      const { key, people } = row;
      const side = (count: number, jobs: number) => (jobs === 0 ? null : { share: count / jobs, jobs });
      if (isSmallGroup(people, minimum)) return [];
      // A side under the minimum would be told by the whole less the other: it is counted with it.
      if (isSmallGroup(people - row.engaged, minimum)) {
        const all = side(row.used + row.others, row.usedJobs + row.othersJobs);
        return [[key, { people, engaged: people, used: all, others: null }]];
      }
      if (isSmallGroup(row.engaged, minimum)) {
        const all = side(row.used + row.others, row.usedJobs + row.othersJobs);
        return [[key, { people, engaged: 0, used: null, others: all }]];
      }
      const sides = { used: side(row.used, row.usedJobs), others: side(row.others, row.othersJobs) };
      return [[key, { people, engaged: row.engaged, ...sides }]];
    }),
  );
}
