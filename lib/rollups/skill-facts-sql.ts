import { type SQL, sql } from "drizzle-orm";
import { nobody } from "@/db/schema/rollups";
import { usualTarget } from "@/lib/evidence/levels";
import { passingScore, recallFormats, simulatedFormats } from "@/lib/evidence/states/learning-kind";

/** Whom a statement is about: everybody, or the people and skills in `touched_skills`. */
export type Within = "everybody" | "touched";

/** `evidential`: activities of a skill, or of a behaviour of one, with what using them is evidence of. */
export function evidentialActivities(orgId: string): SQL {
  return sql`
    evidential as materialized (
      select a.id, coalesce(a.skill_id, b.skill_id) as skill_id, coalesce(a.format, '') ~* ${simulatedFormats} as is_simulated,
        coalesce(a.format, '') ~* ${recallFormats} as is_test
      from activities a left join behaviours b on b.org_id = ${orgId} and b.id = a.behaviour_id
      where a.org_id = ${orgId} and coalesce(a.skill_id, b.skill_id) is not null
    )`;
}

/** Whether event `e` with activity `a` of `evidential` is evidence, as `kindOfAct` decides it. */
export const isEvidence = sql`
  e.verb in ('passed', 'certified', 'completed') and e.success is distinct from false and (
    e.verb <> 'completed'
    or (a.is_simulated and coalesce(e.score, 1) >= ${passingScore}::float8)
    or (not a.is_simulated and a.is_test and (e.success or e.score >= ${passingScore}::float8)))`;

/**
 * CTEs about what roles ask (see `askedOf`). `placed`: the role somebody holds last. `particular`: where a role does not ask all behaviours of a
 * skill alike, each of them, whether it is asked, and at which level where levels differ. `asked`: skills of roles with the highest level asked.
 */
export function placedAndAsked(orgId: string, within: Within): SQL {
  const touchedPeople = sql`and person_id in (select person_id from touched_skills)`;
  return sql`
    placed as materialized (
      select distinct on (person_id) person_id, role_id from employments
      where org_id = ${orgId} ${within === "touched" ? touchedPeople : sql``}
      order by person_id, starts_on desc
    ),
    needs as materialized (
      select n.role_id, n.skill_id, n.id, n.target_level, n.critical or coalesce(t.critical, false) as critical,
        exists (select from need_behaviours k where k.org_id = ${orgId} and k.need_id = n.id) as named
      from role_skills n left join tasks t on t.org_id = ${orgId} and t.id = n.task_id where n.org_id = ${orgId}
    ),
    named as materialized (
      select n.role_id, n.skill_id, b.id as behaviour_id, bool_or(not n.named or k.need_id is not null) as is_asked,
        coalesce(max(coalesce(k.target_level, n.target_level)) filter (where not n.named or k.need_id is not null), ${usualTarget}::float8) as target
      from needs n
      join behaviours b on b.org_id = ${orgId} and b.skill_id = n.skill_id
      left join need_behaviours k on k.org_id = ${orgId} and k.need_id = n.id and k.behaviour_id = coalesce(b.merged_into, b.id)
      where (n.role_id, n.skill_id) in (select role_id, skill_id from needs where named) group by 1, 2, 3
    ),
    tops as materialized (
      select role_id, skill_id, max(target) filter (where is_asked) as target, bool_and(is_asked) as all_asked,
        min(target) filter (where is_asked) < max(target) filter (where is_asked) as differ
      from named group by role_id, skill_id
    ),
    particular as materialized (
      select n.role_id, n.behaviour_id, n.is_asked, case when t.differ then n.target end as target
      from named n join tops t using (role_id, skill_id) where t.differ or not t.all_asked
    ),
    asked as materialized (
      select role_id, skill_id, coalesce(max(t.target), max(n.target_level), ${usualTarget}::float8) as target, bool_or(n.critical) as critical
      from needs n left join tops t using (role_id, skill_id) group by role_id, skill_id
    )`;
}

/**
 * What one rater saw of a skill on one day, of the behaviours the person's role asks where its needs name any (see METHODS.md): (person_id,
 * skill_id, source, day, n, total, own_target, and counts of what was known). `own_target` adds up what is asked in those behaviours, where they are not all asked alike.
 */
export function looks(orgId: string, within: Within): SQL {
  const people = sql`(select distinct person_id from touched_skills) who join observations o on o.org_id = ${orgId} and o.person_id = who.person_id`;
  const isTouched = sql`and exists (select from touched_skills t where t.person_id = o.person_id and t.skill_id = b.skill_id)`;
  return sql`
    with ${placedAndAsked(orgId, within)},
    particular_people as materialized (select person_id, role_id from placed where role_id in (select role_id from particular))
    select o.person_id, b.skill_id, o.source, (o.observed_at at time zone 'UTC')::date as day, count(*)::int as n, sum(o.level) as total,
      sum(x.target) as own_target,
      count(*) filter (where o.independent)::int as independent, count(o.independent)::int as independent_known,
      count(*) filter (where o.accurate)::int as accurate, count(o.accurate)::int as accurate_known,
      count(*) filter (where o.consistent)::int as consistent, count(o.consistent)::int as consistent_known
    from ${within === "touched" ? people : sql`observations o`}
    join behaviours b on b.org_id = ${orgId} and b.id = o.behaviour_id
    left join particular_people p on p.person_id = o.person_id
    left join particular x on x.role_id = p.role_id and x.behaviour_id = o.behaviour_id
    where o.org_id = ${orgId} and o.struck_at is null and x.is_asked is not false ${within === "touched" ? isTouched : sql``}
    group by o.person_id, b.skill_id, o.source, coalesce(o.rater_id, o.entered_by, o.rule_id, ${nobody}), 4`;
}

/** The last day of recall and of simulated use with the best score of it. What was not touched is taken from the rollup. */
export function learned(orgId: string, within: Within): SQL {
  const best = (kind: SQL, name: string) => sql`
    max(day) filter (where ${kind}) as ${sql.identifier(`${name}_on`)},
    max(score) filter (where ${kind} and day = last_day) as ${sql.identifier(`${name}_score`)}`;
  const people = sql`(select distinct person_id from touched_skills where learned) who
    join learning_events e on e.org_id = ${orgId} and e.person_id = who.person_id`;
  const isTouched = sql`
    and exists (select from touched_skills t where t.learned and t.person_id = e.person_id and t.skill_id = a.skill_id)`;
  const kept = sql`
    union all
    select s.person_id, s.skill_id, s.recalled_on, s.recall_score, s.simulated_on, s.simulated_score
    from touched_skills t join skill_states s on s.org_id = ${orgId} and s.person_id = t.person_id and s.skill_id = t.skill_id
    where not t.learned and (s.recalled_on is not null or s.simulated_on is not null)`;
  return sql`
    with ${evidentialActivities(orgId)},
    acts as (
      select e.person_id, a.skill_id, a.is_simulated, (e.occurred_at at time zone 'UTC')::date as day, e.score,
        max((e.occurred_at at time zone 'UTC')::date) over (partition by e.person_id, a.skill_id, a.is_simulated) as last_day
      from ${within === "touched" ? people : sql`learning_events e`} join evidential a on a.id = e.activity_id
      where e.org_id = ${orgId} and ${isEvidence} ${within === "touched" ? isTouched : sql``}
    )
    select person_id, skill_id, ${best(sql`not is_simulated`, "recalled")}, ${best(sql`is_simulated`, "simulated")}
    from acts group by person_id, skill_id ${within === "touched" ? kept : sql``}`;
}
