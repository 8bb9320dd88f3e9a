import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Bounds } from "@/lib/access/scope";
import { carriedTasks } from "@/lib/skills/carried-tasks";
import { withinBounds } from "@/lib/work/figures/within-bounds";
import type { WorkPeriod } from "@/lib/work/figures/work-period";

type Question = { orgId: string; bounds: Bounds; period: WorkPeriod };

/** Requests about the same thing by the same person within so many hours of the one before are one question, put to one person after the other. */
const sameQuestionHours = 72;

/**
 * CTEs that end in `asked`: every request of the period by somebody within the bounds (by where they stood that day), with the number of the
 * person's question it belongs to, the channels that question went through, the hours until an answer and what the helper's minutes cost where both are known. Requests that
 * name neither topic nor task are questions of their own.
 */
function askedInPeriod({ orgId, bounds, period }: Question): SQL {
  return sql`
    placed as materialized (
      select h.person_id, h.request_id, h.asked_at, h.helper_id, h.minutes, t.id as task_id, h.topic, h.channel,
        date_trunc('month', h.asked_at at time zone 'UTC')::date as month,
        coalesce('topic ' || h.topic, 'task ' || t.id, 'request ' || h.request_id) as about,
        extract(epoch from h.answered_at - h.asked_at)::float8 / 3600 as waited, h.minutes / 60 * helper.hourly_cost as cost
      from help_requests h
      left join ${carriedTasks(orgId)} t on t.was = h.task_id
      left join employments m on m.org_id = ${orgId} and m.person_id = h.person_id and m.starts_on <= (h.asked_at at time zone 'UTC')::date
        and (m.ends_on is null or m.ends_on > (h.asked_at at time zone 'UTC')::date)
      left join people helper on helper.org_id = ${orgId} and helper.id = h.helper_id
      where h.org_id = ${orgId} and h.asked_at >= ${period.start}::timestamp at time zone 'UTC'
        and h.asked_at < ${period.end}::timestamp at time zone 'UTC' and ${withinBounds(orgId, bounds)}
    ),
    numbered as (
      select p.*, count(*) filter (where is_new) over (partition by person_id, about order by asked_at, request_id) as question
      from (
        select *, coalesce(asked_at - lag(asked_at) over (partition by person_id, about order by asked_at, request_id)
          > make_interval(hours => ${sameQuestionHours}::int), true) as is_new
        from placed
      ) p
    ),
    asked as materialized (
      select n.*, string_agg(channel, ' → ') over (partition by person_id, about, question order by asked_at, request_id
        rows between unbounded preceding and unbounded following) as path
      from numbered n
    )`;
}

/**
 * Figures of the requests grouped by a column of `asked` (all of them where it is null). `few` is the share of answered requests, of known
 * helper, that the busiest helpers gave who together are one fewer than the minimum.
 */
export function helpBy(question: Question, by: SQL | null, minimum: number): SQL {
  const group = by ?? sql`'all'::text`;
  const where = by === null ? sql`true` : sql`${by} is not null`;
  return sql`
    with ${askedInPeriod(question)},
    grouped as (select ${group} as id, a.* from asked a where ${where}),
    questions as (
      select id, person_id, about, question, count(distinct helper_id) as helpers from grouped group by 1, 2, 3, 4
    ),
    by_question as (
      select id, count(*)::int as questions, count(*) filter (where helpers >= 3)::int as three from questions group by 1
    ),
    by_asker as (
      select id, count(*)::int as askers, count(*) filter (where n >= 2)::int as again
      from (select id, person_id, count(*) as n from questions group by 1, 2) q group by 1
    ),
    by_helper as (
      select id, count(*)::int as helpers, count(*) filter (where has_cost)::int as paid,
        coalesce(sum(n) filter (where place <= ${minimum - 1}::int), 0) / sum(n) as few
      from (
        select id, helper_id, count(*) as n, bool_or(cost is not null) as has_cost,
          row_number() over (partition by id order by count(*) desc, helper_id) as place
        from grouped where helper_id is not null group by 1, 2
      ) h group by 1
    ),
    by_id as (
      select id, count(*)::int as requests, count(distinct month)::int as months, count(helper_id)::int as "helperKnown",
        count(minutes)::int as "minutesKnown", sum(minutes)::float8 as minutes, count(cost)::int as "costKnown", sum(cost)::float8 as cost,
        count(waited)::int as "waitedKnown", percentile_cont(0.5) within group (order by waited) as "waitedMedian",
        percentile_cont(0.9) within group (order by waited) as "waitedMost"
      from grouped group by 1
    )
    select b.id::text, b.requests, b.months, b."helperKnown", b."minutesKnown", b.minutes, b."costKnown", b.cost, b."waitedKnown",
      b."waitedMedian", b."waitedMost", q.questions, q.three, a.askers, a.again,
      coalesce(h.helpers, 0) as helpers, coalesce(h.paid, 0) as paid, h.few::float8 as few
    from by_id b join by_question q using (id) join by_asker a using (id) left join by_helper h using (id)`;
}

/** Ids of groups of which requests, minutes and cost are shown. */
export type ShownGroups = Record<"requests" | "minutes" | "cost", readonly string[]>;

/**
 * Who is left when the shown groups of a column of `asked` are taken from all requests: people who asked, and helpers whose minutes, whose cost are
 * known. One row.
 */
export function helpRest(question: Question, by: SQL, shown: ShownGroups): SQL {
  const isLeft = (ids: readonly string[]) =>
    sql`not coalesce(${by}::text = any(${sql.param([...ids])}::text[]), false)`;
  return sql`
    with ${askedInPeriod(question)}
    select count(distinct person_id) filter (where ${isLeft(shown.requests)})::int as requests,
      count(distinct helper_id) filter (where minutes is not null and ${isLeft(shown.minutes)})::int as minutes,
      count(distinct helper_id) filter (where cost is not null and ${isLeft(shown.cost)})::int as cost
    from asked`;
}

/** Tasks that at least `minimum` askers named in requests about a topic, most often first: (topic, task_id). Topics asked about by fewer are left out. */
export function topicTasks(question: Question, minimum: number): SQL {
  return sql`
    with ${askedInPeriod(question)}
    select topic, task_id as "taskId" from asked where topic is not null and task_id is not null
    group by 1, 2 having count(distinct person_id) >= ${minimum}::int order by topic, count(*) desc, 2`;
}
