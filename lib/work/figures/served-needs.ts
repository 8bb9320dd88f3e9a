import { type SQL, sql } from "drizzle-orm";

/**
 * A table in brackets: which needs of roles an activity is for (activity_id, behaviour_id, skill_id, role_id, task_id). One about a behaviour
 * is for the needs that behaviour shows, one about a skill for all needs of it; `task_id` is null where a role needs the skill as such.
 */
export const servedNeeds = (orgId: string): SQL => sql`(
  select one.activity_id, one.behaviour_id, n.skill_id, n.role_id, n.task_id
  from (
    select a.id as activity_id, coalesce(b.merged_into, b.id) as behaviour_id, coalesce(now.skill_id, b.skill_id, a.skill_id) as skill_id
    from activities a
    left join behaviours b on b.org_id = a.org_id and b.id = a.behaviour_id
    left join behaviours now on now.org_id = b.org_id and now.id = b.merged_into
    where a.org_id = ${orgId}
  ) one
  join role_skills n on n.org_id = ${orgId} and n.skill_id = one.skill_id and (
    one.behaviour_id is null
    or not exists (select from need_behaviours k where k.org_id = n.org_id and k.need_id = n.id)
    or exists (select from need_behaviours k where k.org_id = n.org_id and k.need_id = n.id and k.behaviour_id = one.behaviour_id)))`;
