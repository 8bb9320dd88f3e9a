import { type SQL, sql } from "drizzle-orm";
import { peopleAt } from "@/lib/access/ruled-people";
import type { Bounds } from "@/lib/access/scope";
import { stillCounts } from "@/lib/evidence/still-counts-sql";
import { addMonths } from "@/lib/metrics/period";
import { carriedTasks } from "@/lib/skills/carried-tasks";
import { meantBy } from "@/lib/skills/former-words";

export type FactsQuestion = {
  orgId: string;
  bounds: Bounds;
  /** First day of the last month with data: who is employed then is counted. */
  month: string;
  /** Last day a file spoke of. */
  asOf: string;
  /** Strength under which evidence no longer counts. */
  leastStrength: number;
};

/** One row per role (siteId null) and per role and site, of the people a viewer may see: what `judge` counts, save what is of the role alone. */
export type PlaceFacts = {
  roleId: string;
  siteId: string | null;
  /** True for the row of the role everywhere; a site may be unknown, too. */
  everywhere: boolean;
  people: number;
  learned: number;
  operational: number;
  observed: number;
  signalled: number;
  observedMonths: number;
  pairs: number;
  evidenced: number;
  agreed: number;
  signalOn: string | null;
};

/** Counts people and their needed skills by role and by role and site. Windows end on `asOf`. */
export function placeFactsSql({ orgId, bounds, month, asOf, leastStrength }: FactsQuestion): SQL {
  const at = { start: month, end: addMonths(month, 1) };
  const year = addMonths(month, -11);
  const quarter = addMonths(month, -2);
  return sql`
    with who as materialized (
      select person_id, role_id, site_id from (${peopleAt(orgId, bounds, at)}) w where w.employed and w.role_id is not null
    ),
    done as (
      select person_id, bool_or(events > 0 or certifications > 0) as learned, bool_or(jobs > 0 and month >= ${quarter}::date) as worked
      from person_months where org_id = ${orgId} and month >= ${year}::date and month < ${at.end}::date group by person_id
    ),
    measured as (
      select distinct person_id from kpi_values
      where org_id = ${orgId} and ends_on >= ${quarter}::date and ends_on < ${at.end}::date
    ),
    needed as (select distinct role_id, skill_id from role_skills where org_id = ${orgId}),
    needs as (select role_id, count(*)::int as skills from needed group by role_id),
    seen as (
      select w.person_id,
        bool_or(s.manager_on > ${asOf}::date - 90) as observed, bool_or(s.system_on > ${asOf}::date - 90) as signalled,
        max(s.system_on) as signal_on,
        count(*) filter (where n.skill_id is not null and ${stillCounts(asOf, leastStrength)}) as evidenced,
        count(*) filter (where n.skill_id is not null and s.agree and ${stillCounts(asOf, leastStrength)}) as agreed
      from who w
      join skill_states s on s.org_id = ${orgId} and s.person_id = w.person_id
      left join needed n on n.role_id = w.role_id and n.skill_id = s.skill_id
      group by w.person_id
    ),
    rated as (
      select distinct w.role_id, w.site_id, b.month
      from behaviour_months b join who w using (person_id)
      where b.org_id = ${orgId} and b.month >= ${quarter}::date and b.month < ${at.end}::date and b.ratings > 0
    ),
    months as (
      select role_id, site_id, grouping(site_id) as everywhere, count(distinct month) as observed_months
      from rated group by grouping sets ((role_id), (role_id, site_id))
    ),
    places as (
      select w.role_id, w.site_id, grouping(w.site_id) as everywhere, count(*)::int as people,
        count(*) filter (where d.learned)::int as learned,
        count(*) filter (where d.worked or m.person_id is not null)::int as operational,
        count(*) filter (where s.observed)::int as observed, count(*) filter (where s.signalled)::int as signalled,
        coalesce(sum(s.evidenced), 0)::int as evidenced, coalesce(sum(s.agreed), 0)::int as agreed, max(s.signal_on)::text as signal_on
      from who w left join done d using (person_id) left join measured m using (person_id) left join seen s using (person_id)
      group by grouping sets ((w.role_id), (w.role_id, w.site_id))
    )
    select p.role_id as "roleId", p.site_id as "siteId", p.everywhere = 1 as everywhere, p.people, p.learned, p.operational,
      p.observed, p.signalled, p.evidenced, p.agreed, p.signal_on as "signalOn",
      coalesce(months.observed_months, 0)::int as "observedMonths", p.people * coalesce(needs.skills, 0) as pairs
    from places p
    left join months on months.role_id = p.role_id and months.everywhere = p.everywhere
      and months.site_id is not distinct from p.site_id
    left join needs on needs.role_id = p.role_id`;
}

/** What is of the role alone. */
export type RoleFacts = {
  roleId: string;
  name: string;
  needs: number;
  describedNeeds: number;
  taughtNeeds: number;
  watchedNeeds: number;
  behaviours: number;
  anchored: number;
  revised: boolean;
};

/** How the map of each role stands that somebody holds or that needs skills. Retired roles are left out. */
export function roleFactsSql(orgId: string, asOf: string): SQL {
  return sql`
    with needed as (select distinct role_id, skill_id from role_skills where org_id = ${orgId}),
    described as (
      select b.skill_id, count(*) as behaviours,
        count(*) filter (where exists (select from jsonb_array_elements(b.anchors) a where a <> 'null'::jsonb)) as anchored
      from behaviours b where b.org_id = ${orgId} and b.retired_at is null group by b.skill_id
    ),
    taught as (
      select distinct coalesce(a.skill_id, b.skill_id) as skill_id from activities a
      left join behaviours b on b.org_id = ${orgId} and b.id = a.behaviour_id where a.org_id = ${orgId}
    ),
    watched as (
      select b.skill_id from signal_rules s join behaviours b on b.org_id = ${orgId} and b.id = s.behaviour_id
      where s.org_id = ${orgId} and s.status = 'active'
      union
      select n.skill_id from workflow_steps w join ${carriedTasks(orgId)} t on t.was = w.task_id
      join role_skills n on n.org_id = ${orgId} and n.task_id = t.id
      where w.org_id = ${orgId} and w.kpi_id is not null
      union
      select b.skill_id from initiatives i join (${meantBy(orgId, "behaviour")}) m on i.chain -> 'behaviours' ? m.name
      join behaviours b on b.org_id = ${orgId} and b.id = m.id
      where i.org_id = ${orgId} and not i.draft
        and exists (select from initiative_kpis k where k.org_id = ${orgId} and k.initiative_id = i.id)
    ),
    decided as (
      select distinct n.role_id from taxonomy_proposals p
      join behaviours b on b.org_id = ${orgId} and (b.id = p.node_id or b.skill_id = p.node_id)
      join needed n on n.skill_id = b.skill_id
      where p.org_id = ${orgId} and p.status in ('taken', 'dismissed') and p.decided_at > ${asOf}::date - 365
    ),
    changed as (
      select distinct n.role_id from taxonomy_versions v cross join lateral jsonb_array_elements(v.changes) c
      join role_skills n on n.org_id = ${orgId}
        and (c ->> 'id')::uuid in (n.id, n.role_id, n.task_id, n.skill_id)
      where v.org_id = ${orgId} and v.origin in ('draft', 'rollback') and v.published_at > ${asOf}::date - 365
    )
    select r.id as "roleId", r.name, count(n.skill_id)::int as needs,
      count(*) filter (where d.behaviours >= 3)::int as "describedNeeds",
      count(*) filter (where n.skill_id in (select skill_id from taught))::int as "taughtNeeds",
      count(*) filter (where n.skill_id in (select skill_id from watched))::int as "watchedNeeds",
      coalesce(sum(d.behaviours), 0)::int as behaviours, coalesce(sum(d.anchored), 0)::int as anchored,
      r.id in (select role_id from decided union select role_id from changed) as revised
    from roles r left join needed n on n.role_id = r.id left join described d on d.skill_id = n.skill_id
    where r.org_id = ${orgId} and r.retired_at is null
    group by r.id, r.name order by r.name`;
}

/**
 * Roles about which an initiative was evaluated with a grade of A to C, with costs and a KPI of its plan that has a value in money:
 * those its chain names.
 */
export function valuedRolesSql(orgId: string): SQL {
  return sql`
    select distinct r.id as "roleId" from initiatives i
    join lateral (
      select grade from evaluations e where e.org_id = ${orgId} and e.initiative_id = i.id order by evaluated_at desc limit 1
    ) latest on latest.grade in ('A', 'B', 'C')
    join (${meantBy(orgId, "role")}) m on i.chain -> 'role' ? m.name
    join roles r on r.org_id = ${orgId} and r.id = m.id
    where i.org_id = ${orgId} and not i.draft
      and exists (select from costs c where c.org_id = ${orgId} and c.initiative_id = i.id)
      and exists (
        select from initiative_kpis k join kpis on kpis.org_id = ${orgId} and kpis.id = k.kpi_id
        where k.org_id = ${orgId} and k.initiative_id = i.id and kpis.value_per_unit is not null)`;
}
