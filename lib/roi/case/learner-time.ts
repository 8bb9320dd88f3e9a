import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { among } from "./find-initiatives";

/** Time people spent on an initiative's activities. */
export type LearnerTime = {
  initiativeId: string;
  people: number;
  hours: number;
  /** Of those whose cost of an hour is on file: their people, their hours, and what these cost. */
  pricedPeople: number;
  pricedHours: number;
  cost: number;
};

/**
 * Hours on the chain's activities by people of the arms, from their exposure (of the control arm: from the first one) to the end of follow-up, as the
 * evaluation reads them; and what they cost by each person's own hour. An activity of which no event says how long it took is as long as the catalogue
 * says, once for each person who finished it. Only of initiatives for which nobody entered learners' time.
 */
export async function readLearnerTime(tx: Tx, orgId: string, ids: readonly string[] | "all"): Promise<LearnerTime[]> {
  const { rows } = await tx.execute<LearnerTime>(sql`
    with wanted as materialized (
      select i.id as initiative_id, i.follow_up_to, a.id as activity_id, a.minutes
      from initiatives i
      join activities a on a.org_id = i.org_id and (i.chain -> 'activities' ? a.code or i.chain -> 'activities' ? a.title)
      where i.org_id = ${orgId} and i.explores is null and not i.draft and ${among(sql`i.id`, ids)}
        and not exists (select from costs c where c.org_id = i.org_id and c.initiative_id = i.id and c.kind = 'learner_time')
    ), starts as materialized (
      select initiative_id, min(exposed_on) as first from arm_members
      where org_id = ${orgId} and arm <> 'control' and initiative_id in (select initiative_id from wanted) group by initiative_id
    ), spent as (
      select w.initiative_id, e.person_id, w.activity_id,
        coalesce(sum(e.seconds)::float8, max(case when e.verb in ('completed', 'passed') then w.minutes * 60 end)) as seconds
      from wanted w
      join starts s on s.initiative_id = w.initiative_id
      join arm_members m on m.org_id = ${orgId} and m.initiative_id = w.initiative_id
      join learning_events e on e.org_id = ${orgId} and e.person_id = m.person_id and e.activity_id = w.activity_id
      where e.verb not in ('nudged', 'assigned')
        and e.occurred_at >= (case when m.arm = 'control' then s.first else coalesce(m.exposed_on, s.first) end)::timestamp at time zone 'UTC'
        and (w.follow_up_to is null or e.occurred_at < (w.follow_up_to + 1)::timestamp at time zone 'UTC')
      group by 1, 2, 3
    ), each as (
      select t.initiative_id, t.person_id, sum(t.seconds) / 3600 as hours, p.hourly_cost
      from spent t join people p on p.org_id = ${orgId} and p.id = t.person_id
      where t.seconds > 0 group by t.initiative_id, t.person_id, p.hourly_cost
    )
    select initiative_id as "initiativeId", count(*)::int as people, sum(hours order by hours) as hours,
      count(hourly_cost)::int as "pricedPeople", coalesce(sum(hours order by hours) filter (where hourly_cost is not null), 0) as "pricedHours",
      coalesce(sum(hours * hourly_cost order by hours, hourly_cost), 0) as cost
    from each group by initiative_id`);
  return rows;
}
