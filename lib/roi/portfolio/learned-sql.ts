import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Scope } from "@/lib/access/scope";
import { peopleOf } from "@/lib/access/shown-group";
import { usualTarget } from "@/lib/evidence/levels";
import { firstDayOf } from "@/lib/evidence/transfer/transfer-facts";
import { periodOf } from "@/lib/metrics/period";
import { withoutLoops } from "@/lib/rollups/without-loops";
import { readAsOf } from "@/lib/team/as-of";
import type { LearnedRow } from "./sunk-hours";

/** By how much a mean level must rise to count as a change. */
const leastRise = 0.5;

export type Learned = { asOf: string; from: string; rows: LearnedRow[] };

/**
 * Hours of learning of twelve months by activity, split by what managers, peers and systems saw of the activity's skill in each person since their
 * first use of it. Null where there are no facts.
 */
export async function readLearned(tx: Tx, orgId: string, scope: Scope): Promise<Learned | null> {
  const day = await readAsOf(tx, orgId);
  if (!day) return null;
  const from = firstDayOf(day);
  const group = { scope, kind: null, id: "", units: [], rest: null };
  const part = (which: string) => sql`jsonb_build_object(
      'people', count(*) filter (where ${sql.raw(which)}), 'hours', coalesce(sum(hours) filter (where ${sql.raw(which)}), 0),
      'cost', sum(hours * hourly_cost) filter (where ${sql.raw(which)}), 'priced', count(hourly_cost) filter (where ${sql.raw(which)}))`;
  const statement = sql`
    with learned as materialized (
      select person_id, activity_id, (min(occurred_at) at time zone 'UTC')::date as first_on, sum(seconds)::float8 / 3600 as hours
      from learning_events
      where org_id = ${orgId} and verb not in ('nudged', 'assigned') and occurred_at >= ${from}::timestamp at time zone 'UTC'
        and occurred_at < (${day}::date + 1)::timestamp at time zone 'UTC' and person_id in (${peopleOf(orgId, group, periodOf(day, "month"))})
      group by 1, 2 having sum(seconds) > 0
    ),
    linked as materialized (
      select a.id, coalesce(a.skill_id, b.skill_id) as skill_id
      from activities a left join behaviours b on b.org_id = a.org_id and b.id = a.behaviour_id where a.org_id = ${orgId}
    ),
    asked as materialized (
      select e.person_id, n.skill_id, max(n.target_level) as target
      from employments e join role_skills n on n.org_id = e.org_id and n.role_id = e.role_id
      where e.org_id = ${orgId} and e.starts_on <= ${day}::date and (e.ends_on is null or e.ends_on > ${day}::date) group by 1, 2
    ),
    ratings as materialized (
      select o.person_id, coalesce(heir.skill_id, b.skill_id) as skill_id, (o.observed_at at time zone 'UTC')::date as day, avg(o.level) as level
      from observations o
      join behaviours b on b.org_id = ${orgId} and b.id = o.behaviour_id
      left join behaviours heir on heir.org_id = ${orgId} and heir.id = b.merged_into
      where o.org_id = ${orgId} and o.source in ('manager', 'peer', 'system') and o.struck_at is null
        and o.person_id in (select person_id from learned) and o.observed_at < (${day}::date + 1)::timestamp at time zone 'UTC'
      group by 1, 2, 3
    ),
    compared as (
      select l.person_id, l.activity_id, avg(r.level) filter (where r.day < l.first_on) as before, avg(r.level) filter (where r.day >= l.first_on) as after
      from learned l join linked k on k.id = l.activity_id
      join ratings r on r.person_id = l.person_id and r.skill_id = k.skill_id group by 1, 2
    ),
    each as (
      select l.activity_id, l.hours, p.hourly_cost, c.after is null as unseen,
        coalesce(c.after >= c.before + ${leastRise}
          or (coalesce(c.before, 0) < t.needed and c.after >= t.needed), false) as changed
      from learned l join linked k on k.id = l.activity_id
      join people p on p.org_id = ${orgId} and p.id = l.person_id
      left join asked s on s.person_id = l.person_id and s.skill_id = k.skill_id
      cross join lateral (select coalesce(s.target, ${usualTarget})::float8 as needed) t
      left join compared c on c.person_id = l.person_id and c.activity_id = l.activity_id
    )
    select a.id as "activityId", a.code, coalesce(a.title, a.code) as title, a.delivery, s.id as "skillId", s.name as skill,
      count(*)::int as people, sum(e.hours) as hours, sum(e.hours * e.hourly_cost) as cost, count(e.hourly_cost)::int as priced,
      ${part("e.changed")} as changed, ${part("not e.changed and not e.unseen")} as unchanged, ${part("e.unseen")} as unseen
    from each e join activities a on a.org_id = ${orgId} and a.id = e.activity_id
    join linked k on k.id = a.id left join skills s on s.org_id = ${orgId} and s.id = k.skill_id
    group by a.id, a.code, a.title, a.delivery, s.id, s.name order by sum(e.hours) desc, a.code`;
  const { rows } = await withoutLoops(tx, true, () => tx.execute<LearnedRow>(statement));
  return { asOf: day, from, rows };
}
