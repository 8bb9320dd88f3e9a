import { type SQL, sql } from "drizzle-orm";
import { carriedTasks, sameTasks } from "@/lib/skills/carried-tasks";
import { doneAlone, isRatedLately, isWorkedLately, shownBehaviours } from "./evidence-sql";
import { type ReadyRule, seenRule, tolerance } from "./task-readiness";

export type AskedTask = { taskId: string; roleId: string; rule: ReadyRule };

type Question = {
  orgId: string;
  tasks: readonly AskedTask[];
  /** `select person_id, role_id, site_id`, everybody once. */
  people: SQL;
  /** The last day that counts, "YYYY-MM-DD". */
  day: string;
};

const kinds = ["independent", "accurate", "consistent"] as const;

/**
 * `taskReadiness` of everybody at each task of their role, for statements over many: person_id, role_id, site_id, task_id; `independent`,
 * `accurate`, `consistent` (null is unknown); `state`; `looked`, whether anything at all is on file; and the sums of their work.
 * `readiness-sql.db.test.ts` holds it against `taskReadiness` itself.
 */
export function readinessSql({ orgId, tasks, people, day }: Question): SQL {
  const column = (of: (task: AskedTask) => string | number) => sql.param(tasks.map(of));
  const ids = tasks.map(({ taskId }) => taskId);
  const slack = sql.raw(`${tolerance}::float8`);
  return sql`
    with asked (task_id, role_id, jobs, right_first, assisted) as materialized (
      select * from unnest(${column(({ taskId }) => taskId)}::uuid[], ${column(({ roleId }) => roleId)}::uuid[],
        ${column(({ rule }) => rule.jobs)}::int[], ${column(({ rule }) => rule.rightFirstTime)}::float8[],
        ${column(({ rule }) => rule.assisted)}::float8[])
    ),
    who as materialized (${people}),
    shown as materialized (${shownBehaviours(orgId, sql`any(${sql.param(ids)}::uuid[])`)}),
    seen as (
      select o.person_id, s.task_id, ${sql.raw(kinds.map(votes).join(", "))}
      from observations o join shown s on s.behaviour_id = o.behaviour_id
      where o.org_id = ${orgId} and o.person_id in (select person_id from who) and o.source <> 'self' and o.struck_at is null
        and ${isRatedLately("o.observed_at", day)}
      group by 1, 2
    ),
    months as (
      select e.person_id, t.id as task_id, date_trunc('month', e.completed_at at time zone 'UTC') as month,
        count(*) as jobs, count(e.outcome) as known, count(*) filter (where e.outcome = 'ok') as ok,
        count(*) filter (where e.outcome = 'error') as errors, count(e.assisted) as assisted_known,
        count(*) filter (where e.assisted) as assisted, coalesce(sum(e.quality), 0)::float8 as quality, count(e.quality) as quality_known
      from work_events e join ${carriedTasks(orgId)} t on t.was = e.task_id
      where e.org_id = ${orgId} and e.person_id in (select person_id from who) and e.task_id = ${sameTasks(orgId, ids)}
        and ${isWorkedLately(orgId, "e.completed_at", day)}
      group by 1, 2, 3
    ),
    worked as (
      select m.person_id, m.task_id, sum(m.jobs) as jobs, sum(m.known) as known, sum(m.ok) as ok, sum(m.errors) as errors,
        sum(m.assisted_known) as assisted_known, sum(m.assisted) as assisted, sum(m.quality) as quality, sum(m.quality_known) as quality_known,
        count(*) filter (where m.known >= a.jobs) as enough,
        count(*) filter (where m.known >= a.jobs and m.ok >= a.right_first * m.known - ${slack}) as good
      from months m join asked a using (task_id) group by 1, 2
    ),
    told as (
      select w.person_id, w.role_id, w.site_id, a.task_id, s.person_id is not null or v.person_id is not null as looked,
        s.independent as seen_independent, s.accurate as seen_accurate, s.consistent as seen_consistent,
        case when v.assisted_known >= a.jobs then v.assisted <= a.assisted * v.assisted_known + ${slack} end as work_independent,
        case when v.known >= a.jobs then v.ok >= a.right_first * v.known - ${slack} end as work_accurate,
        case when v.enough >= 2 then v.good = v.enough end as work_consistent,
        coalesce(v.jobs, 0) as jobs, coalesce(v.known, 0) as known, coalesce(v.errors, 0) as errors,
        coalesce(v.assisted_known, 0) as assisted_known, coalesce(v.assisted, 0) as assisted,
        coalesce(v.quality, 0) as quality, coalesce(v.quality_known, 0) as quality_known
      from who w join asked a on a.role_id = w.role_id
      left join seen s on s.person_id = w.person_id and s.task_id = a.task_id
      left join worked v on v.person_id = w.person_id and v.task_id = a.task_id
    ),
    parted as (select *, ${sql.raw(kinds.map(part).join(", "))} from told)
    select *, case when not (coalesce(independent, true) and coalesce(accurate, true) and coalesce(consistent, true)) then 'not-yet'
      when independent and accurate and consistent then 'alone' else 'not-enough' end as state
    from parted`;
}

function votes(kind: (typeof kinds)[number]): string {
  const value = kind === "independent" ? doneAlone : `o.${kind}`;
  const yes = `count(*) filter (where ${value}) >= ${seenRule.share}::float8 * count(${value}) - ${tolerance}::float8`;
  return `case when count(${value}) >= ${seenRule.ratings} then ${yes} end as ${kind}`;
}

/** One no is a no; no answer is unknown. */
const part = (kind: (typeof kinds)[number]): string =>
  `case when seen_${kind} = false or work_${kind} = false then false when coalesce(seen_${kind}, work_${kind}) then true end as ${kind}`;
