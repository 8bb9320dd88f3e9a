import { type SQL, sql } from "drizzle-orm";
import { carriedTasks } from "@/lib/skills/carried-tasks";
import { meantBy } from "@/lib/skills/former-words";
import { servedNeeds } from "@/lib/work/figures/served-needs";

/**
 * A table in brackets: which tasks an initiative touches (initiative_id, task_id, via), through its chain. From its behaviours to the needs they
 * show, from skills it names no behaviour of to all needs of those, and where it names neither from what its activities are about; of the roles it
 * names, where it names any; all by the words of its day. And the tasks of friction points its activities are anchored to. Explorations are looks at another one's data.
 */
export const touchedTasks = (orgId: string): SQL => sql`(
  with plans as materialized (
    select id, chain, coalesce(chain -> 'role', '[]') as roles from initiatives where org_id = ${orgId} and explores is null
  ),
  named as materialized (
    select p.id, b.id as behaviour_id, b.skill_id
    from plans p cross join jsonb_array_elements_text(coalesce(p.chain -> 'behaviours', '[]')) x (name)
    join (${meantBy(orgId, "behaviour")}) m using (name) join behaviours b on b.org_id = ${orgId} and b.id = m.id
    union
    select p.id, null, m.id
    from plans p cross join jsonb_array_elements_text(coalesce(p.chain -> 'skills', '[]')) x (name)
    join (${meantBy(orgId, "skill")}) m using (name)
  ),
  asked_roles as materialized (
    select p.id, m.id as role_id from plans p join (${meantBy(orgId, "role")}) m on p.roles ? m.name
  ),
  used as materialized (
    select p.id, a.id as activity_id
    from plans p cross join jsonb_array_elements_text(coalesce(p.chain -> 'activities', '[]')) x (code)
    join activities a on a.org_id = ${orgId} and a.code = x.code
  ),
  needs as (
    select c.id, n.task_id, n.role_id, coalesce(b.statement, s.name) as via
    from named c
    join role_skills n on n.org_id = ${orgId} and n.skill_id = c.skill_id
    join skills s on s.org_id = ${orgId} and s.id = c.skill_id
    left join behaviours b on b.org_id = ${orgId} and b.id = c.behaviour_id
    where case when c.behaviour_id is null
      then not exists (select from named o where o.id = c.id and o.skill_id = c.skill_id and o.behaviour_id is not null)
      else not exists (select from need_behaviours k where k.org_id = n.org_id and k.need_id = n.id)
        or exists (select from need_behaviours k where k.org_id = n.org_id and k.need_id = n.id and k.behaviour_id = c.behaviour_id) end
    union
    select u.id, n.task_id, n.role_id, coalesce(a.title, a.code)
    from used u join ${servedNeeds(orgId)} n using (activity_id) join activities a on a.org_id = ${orgId} and a.id = u.activity_id
    where not exists (select from named c where c.id = u.id)
  )
  select n.id as initiative_id, t.id as task_id, n.via
  from needs n
  join plans p using (id)
  join ${carriedTasks(orgId)} t on t.was = n.task_id
  where p.roles = '[]' or exists (select from asked_roles o where o.id = n.id and o.role_id = n.role_id)
  union
  select u.id, t.id, coalesce(a.title, a.code)
  from used u
  join activities a on a.org_id = ${orgId} and a.id = u.activity_id
  join friction_activities fa on fa.org_id = ${orgId} and fa.activity_id = u.activity_id
  join friction_points f on f.org_id = fa.org_id and f.id = fa.friction_id and f.status <> 'dismissed'
  join ${carriedTasks(orgId)} t on t.was = f.task_id)`;
