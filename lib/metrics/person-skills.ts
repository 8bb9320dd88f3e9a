import { type SQL, sql } from "drizzle-orm";
import { competence } from "./competence";
import { skillColumns } from "./person-columns";

/** Written into the statement: Postgres cannot tell the type of a parameter that is added to a date. */
const usual = {
  days: sql.raw(String(competence.days)),
  jobs: sql.raw(String(competence.jobs)),
  rightFirstTime: sql.raw(String(competence.rightFirstTime)),
  assisted: sql.raw(String(competence.assisted)),
};

/** From a month up to and not including another: those of the periods themselves, and those they look back on. */
export type MonthBounds = { now: [string, string]; before: [string, string] };

export function within(alias: string, [from, until]: [string, string]): SQL {
  const month = sql.raw(`${alias}.month`);
  return sql`${month} >= ${from} and ${month} < ${until}`;
}

export type PersonPart = { name: string; ctes: SQL; columns: readonly string[] };

/** The parts of `p` that look beyond the month rows: their CTEs, the one to join and the columns it gives. Need `placed`, `targets`. */
export function skillParts(orgId: string, bounds: MonthBounds): PersonPart[] {
  const ctes = {
    rated: ratings(orgId, bounds),
    levels: ratedLevels(orgId, bounds),
    held: heldSkills(orgId, bounds),
    earlier: learnedBefore(orgId, bounds),
    newcomers: newcomers(orgId, bounds),
  };
  return (Object.keys(skillColumns) as (keyof typeof skillColumns)[]).map((name) => ({
    name,
    ctes: ctes[name],
    columns: skillColumns[name].columns,
  }));
}

/** `rated`: how ratings by others in the period went. */
function ratings(orgId: string, bounds: MonthBounds): SQL {
  return sql`
    rated as (
      select q.starts, b.person_id, sum(b.ratings)::float8 as ratings, sum(b.independent) as independent, sum(b.independent_known) as independent_known,
        sum(b.accurate) as accurate, sum(b.accurate_known) as accurate_known
      from months q
      join behaviour_months b on b.org_id = ${orgId} and b.month = q.month and b.ratings > 0
        and ${within("b", bounds.before)}
      join placed on placed.starts = q.starts and placed.person_id = b.person_id
      where q.is_now
      group by q.starts, b.person_id
    )`;
}

/** `levels`: behaviours others rated both in the period and in the one before, per person. */
function ratedLevels(orgId: string, bounds: MonthBounds): SQL {
  return sql`
    compared as (
      select q.starts, b.person_id, b.behaviour_id,
        sum(b.level_sum) filter (where q.is_now) / sum(b.ratings) filter (where q.is_now) as level,
        sum(b.level_sum) filter (where q.is_before) / sum(b.ratings) filter (where q.is_before) as level_before
      from months q
      join behaviour_months b on b.org_id = ${orgId} and b.month = q.month and b.ratings > 0
        and ${within("b", bounds.before)}
      join placed on placed.starts = q.starts and placed.person_id = b.person_id
      where q.is_now or q.is_before
      group by q.starts, b.person_id, b.behaviour_id
    ),
    levels as (
      select c.starts, c.person_id, avg(c.level - c.level_before) as level_change, count(*) as levels_compared,
        count(*) filter (where c.level - c.level_before >= 1) as levels_up,
        count(*) filter (where least(c.level, c.level_before) >= coalesce(t.target, 3)) as levels_held
      from compared c
      join placed using (starts, person_id)
      join behaviours b on b.org_id = ${orgId} and b.id = c.behaviour_id
      left join targets t on t.role_id = placed.role_id and t.skill_id = b.skill_id
      where c.level is not null and c.level_before is not null
      group by c.starts, c.person_id
    )`;
}

/** `held`: of the skills a person's role needs, how many are certified, seen applied, both. */
function heldSkills(orgId: string, bounds: MonthBounds): SQL {
  return sql`
    seen as (
      select q.starts, b.person_id, v.skill_id, sum(b.level_sum) / sum(b.ratings) as level
      from months q
      join behaviour_months b on b.org_id = ${orgId} and b.month = q.month and b.ratings > 0
        and ${within("b", bounds.before)}
      join behaviours v on v.org_id = ${orgId} and v.id = b.behaviour_id
      join placed on placed.starts = q.starts and placed.person_id = b.person_id
      where q.is_seen
      group by q.starts, b.person_id, v.skill_id
    ),
    certifiable as (select skill_id, min(certified_on) as since from certifications where org_id = ${orgId} group by skill_id),
    needed as materialized (
      select q.starts, t.role_id, count(*) as skills_needed, count(certifiable.skill_id) as skills_certifiable
      from periods q
      cross join targets t
      left join certifiable on certifiable.skill_id = t.skill_id and certifiable.since < q.ends
      group by q.starts, t.role_id
    ),
    shown as (
      select starts, person_id, skill_id, bool_or(certified) as certified, max(level) as level
      from (
        select placed.starts, placed.person_id, c.skill_id, true as certified, null::float8 as level
        from certifications c
        join placed on placed.person_id = c.person_id
        join periods q on q.starts = placed.starts
        where c.org_id = ${orgId} and c.certified_on < q.ends
        union all
        select starts, person_id, skill_id, false, level from seen
      ) either
      group by starts, person_id, skill_id
    ),
    had as (
      select placed.starts, placed.person_id, count(*) filter (where s.certified) as skills_certified,
        count(*) filter (where s.level >= t.target) as skills_applied,
        count(*) filter (where s.certified and s.level >= t.target) as skills_both,
        count(*) filter (where certifiable.since < q.ends and s.level >= t.target) as certifiable_applied
      from shown s
      join placed on placed.starts = s.starts and placed.person_id = s.person_id
      join periods q on q.starts = s.starts
      join targets t on t.role_id = placed.role_id and t.skill_id = s.skill_id
      left join certifiable on certifiable.skill_id = s.skill_id
      group by placed.starts, placed.person_id
    ),
    held as (
      select placed.starts, placed.person_id, needed.skills_needed, needed.skills_certifiable,
        coalesce(had.skills_certified, 0) as skills_certified, coalesce(had.skills_applied, 0) as skills_applied,
        coalesce(had.skills_both, 0) as skills_both, coalesce(had.certifiable_applied, 0) as certifiable_applied
      from placed
      join needed on needed.starts = placed.starts and needed.role_id = placed.role_id
      left join had on had.starts = placed.starts and had.person_id = placed.person_id
      where placed.employed_days > 0
    )`;
}

/** `earlier`: acts of learning of their own in the period before. */
function learnedBefore(orgId: string, bounds: MonthBounds): SQL {
  return sql`
    earlier as (
      select q.starts, m.person_id, sum(m.events)::float8 as events_before
      from months q
      join person_months m on m.org_id = ${orgId} and m.month = q.month and m.events > 0 and ${within("m", bounds.before)}
      join placed on placed.starts = q.starts and placed.person_id = m.person_id
      where q.is_before
      group by q.starts, m.person_id
    )`;
}

/**
 * `newcomers`: days to proficiency of people whose last day of being followed falls in the period, by the rule of the role they hold then
 * (`roles.proficiency`), else by `competence`. A rule counts from hire, or from the first day in the role. Those who began before the
 * rollups do are left out, because their first months are not known.
 */
function newcomers(orgId: string, bounds: MonthBounds): SQL {
  return sql`
    proficiency as materialized (
      select id as role_id, proficiency->>'start' = 'role_start' as by_role, (proficiency->>'days')::int as days,
        (proficiency->>'jobs')::int as jobs, (proficiency->>'rightFirstTime')::float8 as right_first_time,
        (proficiency->>'assisted')::float8 as assisted
      from roles where org_id = ${orgId} and proficiency is not null
    ),
    longest as materialized (select greatest(${usual.days}, max(days)) as days from proficiency),
    begun as (
      select q.starts, h.id as person_id, h.hire_date as began, null::uuid as role_id
      from periods q cross join longest
      join people h on h.org_id = ${orgId} and h.hire_date + longest.days >= q.starts and h.hire_date < q.ends
      union all
      select q.starts, e.person_id, e.began, e.role_id
      from periods q cross join longest
      join (
        select e.person_id, e.role_id, min(e.starts_on) as began
        from employments e join proficiency r on r.role_id = e.role_id and r.by_role
        where e.org_id = ${orgId} group by 1, 2
      ) e on e.began + longest.days >= q.starts and e.began < q.ends
    ),
    followed as (
      select b.starts, b.person_id, b.began, coalesce(r.days, ${usual.days}) as days, coalesce(r.jobs, ${usual.jobs}) as jobs,
        coalesce(r.right_first_time, ${usual.rightFirstTime}) as right_first_time, coalesce(r.assisted, ${usual.assisted}) as assisted
      from begun b
      join periods q on q.starts = b.starts
      join people h on h.org_id = ${orgId} and h.id = b.person_id
      join placed on placed.starts = b.starts and placed.person_id = b.person_id
      left join proficiency r on r.role_id = placed.role_id
      where (case when r.by_role then b.role_id = r.role_id else b.role_id is null end)
        and b.began + coalesce(r.days, ${usual.days}) >= q.starts and b.began + coalesce(r.days, ${usual.days}) < q.ends
        and (h.exit_date is null or h.exit_date > b.began + coalesce(r.days, ${usual.days}))
        and date_trunc('month', b.began) >= (select min(month) from person_months where org_id = ${orgId})
    ),
    newcomers as (
      select f.starts, f.person_id, least(f.days, min(
        (m.month + interval '1 month')::date - f.began
      ) filter (
        where m.jobs_ok + m.job_errors + m.jobs_reopened + m.jobs_escalated >= f.jobs
          and m.jobs_ok >= f.right_first_time * (m.jobs_ok + m.job_errors + m.jobs_reopened + m.jobs_escalated)
          and m.jobs_assisted <= f.assisted * m.assisted_known
      )) as days_to_competence
      from followed f
      join person_months m on m.org_id = ${orgId} and m.person_id = f.person_id
        and m.month >= ${bounds.now[0]}::date - (select days from longest) - 31 and m.month < ${bounds.now[1]}
        and m.month >= date_trunc('month', f.began) and m.month <= f.began + f.days
      group by f.starts, f.person_id, f.began, f.days
      having sum(m.jobs) > 0
    )`;
}
