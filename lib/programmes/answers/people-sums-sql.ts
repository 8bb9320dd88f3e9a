import { type SQL, sql } from "drizzle-orm";
import { sameTasks } from "@/lib/skills/carried-tasks";
import { meantBy } from "@/lib/skills/former-words";
import { jointMomentsSql } from "@/lib/work/figures/joint-moments-sql";
import type { Days } from "./answer";

/** Whose facts an answer adds up, and of when. */
export type Asked = {
  orgId: string;
  /** Whose people these are: an initiative. */
  peopleOf: string;
  before: Days;
  since: Days;
  /** The tasks of the workflow; empty: all work. */
  taskIds: readonly string[];
  /** Statements of the chain's behaviours. */
  behaviours: readonly string[];
  /** A question is a repeated one when at least so many people asked it. */
  minimum: number;
};

const starts = (day: string) => sql`(${day}::date::timestamp at time zone 'UTC')`;
const ends = (day: string) => sql`((${day}::date + 1)::timestamp at time zone 'UTC')`;
const within = (column: SQL, { from, to }: Days) => sql`(${column} >= ${starts(from)} and ${column} < ${ends(to)})`;
const either = (column: SQL, { before, since }: Asked) => sql`(${within(column, before)} or ${within(column, since)})`;

/** CTE `members` (person_id, side): learners are those exposed, or planned to be, by the end of the days since; the others are who is not. */
const members = ({ orgId, peopleOf, since }: Asked) => sql`
  members as materialized (
    select person_id, case when arm <> 'control' and coalesce(exposed_on, planned_on, ${since.from}::date) <= ${since.to}::date
      then 'learners' else 'others' end as side
    from arm_members where org_id = ${orgId} and initiative_id = ${peopleOf}
  )`;

/** One row a side: n and the moments of (n1, d1, n0, d0), of people with both denominators. */
const moments = sql`select side, count(*)::int as n, ${jointMomentsSql(["n1", "d1", "n0", "d0"])} from sums where d1 > 0 and d0 > 0 group by side`;

/** Per person: jobs escalated, of jobs whose outcome is known. */
export const escalations = (asked: Asked): SQL => {
  const { orgId, before, since, taskIds } = asked;
  const at = sql`w.completed_at`;
  return sql`
    with ${members(asked)},
    sums as (
      select m.person_id, m.side, count(*) filter (where ${within(at, since)} and w.outcome = 'escalated')::float8 as n1,
        count(*) filter (where ${within(at, since)})::float8 as d1,
        count(*) filter (where ${within(at, before)} and w.outcome = 'escalated')::float8 as n0,
        count(*) filter (where ${within(at, before)})::float8 as d0
      from members m join work_events w on w.org_id = ${orgId} and w.person_id = m.person_id
      where w.outcome is not null and ${either(at, asked)} ${taskIds.length > 0 ? sql`and w.task_id = ${sameTasks(orgId, taskIds)}` : sql``}
      group by 1, 2
    )
    ${moments}`;
};

/**
 * Per asker: minutes managers spent on questions that several people ask, of months of 30 days. Managers are who leads anybody; where none of
 * the answers on file names one, it is anybody who helped (`by_managers` false). A repeated question is a topic, else a task, that at least
 * the minimum of people asked about in the same days.
 */
export const helpMinutes = (asked: Asked, byManagers: boolean): SQL => {
  const { orgId, before, since, minimum } = asked;
  const months = ({ from, to }: Days) => sql`((${to}::date - ${from}::date + 1) / 30.0)::float8`;
  return sql`
    with ${members(asked)},
    asked as materialized (${requests(asked)}),
    repeated as (select is_since, about from asked group by 1, 2 having count(distinct person_id) >= ${minimum}::int),
    spent as (
      select a.person_id, coalesce(sum(a.minutes) filter (where a.is_since), 0)::float8 as n1,
        coalesce(sum(a.minutes) filter (where not a.is_since), 0)::float8 as n0
      from asked a join repeated r using (is_since, about)
      where a.minutes is not null and ${byManagers ? sql`a.by_manager` : sql`true`} group by 1
    ),
    sums as (
      select m.person_id, m.side, coalesce(s.n1, 0) as n1, ${months(since)} as d1, coalesce(s.n0, 0) as n0, ${months(before)} as d0
      from members m join people p on p.org_id = ${orgId} and p.id = m.person_id
      left join spent s using (person_id)
      where (p.hire_date is null or p.hire_date <= ${before.from}::date) and (p.exit_date is null or p.exit_date > ${since.to}::date)
    )
    ${moments}`;
};

const requests = (asked: Asked) => {
  const { orgId, since } = asked;
  return sql`
    select h.person_id, m.side, h.helper_id, h.minutes, ${within(sql`h.asked_at`, since)} as is_since,
      coalesce('topic ' || h.topic, 'task ' || h.task_id) as about,
      exists (select from employments e where e.org_id = ${orgId} and e.manager_id = h.helper_id
        and e.starts_on <= (h.asked_at at time zone 'UTC')::date and (e.ends_on is null or e.ends_on > (h.asked_at at time zone 'UTC')::date)) as by_manager
    from help_requests h join members m using (person_id)
    where h.org_id = ${orgId} and ${either(sql`h.asked_at`, asked)} and (h.topic is not null or h.task_id is not null)`;
};

/**
 * One row: how many questions there are, whether any of their minutes are known and of managers, and how few helpers (of all and of managers)
 * the time of repeated questions is of, on the side and in the days that have the fewest; null where it is nobody's.
 */
export const helperCounts = (asked: Asked): SQL => sql`
  with ${members(asked)}, asked as materialized (${requests(asked)}),
  repeated as (select is_since, about from asked group by 1, 2 having count(distinct person_id) >= ${asked.minimum}::int),
  helping as (
    select count(distinct helper_id) as helpers, count(distinct helper_id) filter (where by_manager) as managers
    from asked join repeated using (is_since, about) where minutes is not null group by side, is_since
  )
  select count(*)::int as requests, count(helper_id) filter (where minutes is not null) > 0 as "isTimed",
    coalesce(bool_or(by_manager) filter (where minutes is not null), false) as "byManagers",
    (select min(nullif(helpers, 0))::int from helping) as helpers, (select min(nullif(managers, 0))::int from helping) as managers
  from asked`;

/** Per person: confidence people stated in their answers (0 to 1), the mean of them. */
export const confidence = (asked: Asked): SQL => {
  const { orgId, before, since } = asked;
  const at = sql`e.occurred_at`;
  return sql`
    with ${members(asked)},
    sums as (
      select m.person_id, m.side, coalesce(sum(e.confidence) filter (where ${within(at, since)}), 0) as n1,
        count(*) filter (where ${within(at, since)})::float8 as d1,
        coalesce(sum(e.confidence) filter (where ${within(at, before)}), 0) as n0,
        count(*) filter (where ${within(at, before)})::float8 as d0
      from members m join learning_events e on e.org_id = ${orgId} and e.person_id = m.person_id
      where e.confidence is not null and ${either(at, asked)} group by 1, 2
    )
    ${moments}`;
};

/** What others saw of the chain's behaviours. `level` is 1 to 5; the others are shares of ratings that say so. */
export type Seen = "level" | "consistent" | "independent";

/** Per person: the mean of ratings by others of the chain's behaviours, struck ones left out. */
export const seenAtWork = (asked: Asked, what: Seen): SQL => {
  const { orgId, before, since, behaviours } = asked;
  const at = sql`o.observed_at`;
  const value = what === "level" ? sql`o.level` : sql`o.${sql.raw(what)}::int::float8`;
  return sql`
    with ${members(asked)},
    named as materialized (
      select distinct m.id from (${meantBy(orgId, "behaviour")}) m where m.name = any(${sql.param([...behaviours])}::text[])
    ),
    sums as (
      select m.person_id, m.side, coalesce(sum(${value}) filter (where ${within(at, since)}), 0)::float8 as n1,
        count(*) filter (where ${within(at, since)})::float8 as d1,
        coalesce(sum(${value}) filter (where ${within(at, before)}), 0)::float8 as n0,
        count(*) filter (where ${within(at, before)})::float8 as d0
      from members m join observations o on o.org_id = ${orgId} and o.person_id = m.person_id
      join behaviours b on b.org_id = ${orgId} and b.id = o.behaviour_id
      where coalesce(b.merged_into, b.id) in (select id from named) and o.source <> 'self' and o.struck_at is null
        and ${value} is not null and ${either(at, asked)} group by 1, 2
    )
    ${moments}`;
};
