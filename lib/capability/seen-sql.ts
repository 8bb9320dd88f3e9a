import { type SQL, sql } from "drizzle-orm";
import type { Span } from "@/lib/access/group-rule";
import { peopleAt } from "@/lib/access/ruled-people";
import type { Bounds } from "@/lib/access/scope";
import { usualTarget } from "@/lib/evidence/levels";
import { tolerance } from "@/lib/evidence/states/agreement";
import { stillCounts } from "@/lib/evidence/still-counts-sql";

export type SeenRow = {
  roleId: string;
  siteId: string | null;
  everywhere: boolean;
  certified: number;
  seen: number;
  /** Different people among those seen. */
  seenPeople: number;
  able: number;
};

type SeenQuestion = { orgId: string; bounds: Bounds; at: Span; day: string; leastStrength: number };

/**
 * Of the certified skills that people's roles need, by role and by role and site: how many are seen at work by others with evidence that still
 * counts on the day, and how many of those at the target level (3 where none is set).
 */
export function certifiedSeenSql({ orgId, bounds, at, day, leastStrength }: SeenQuestion): SQL {
  return sql`
    with who as (select person_id, role_id, site_id from (${peopleAt(orgId, bounds, at)}) w where w.employed and w.role_id is not null),
    needed as (
      select role_id, skill_id, coalesce(max(target_level), ${usualTarget}) as target from role_skills where org_id = ${orgId} group by 1, 2
    ),
    pairs as (
      select w.role_id, w.site_id, w.person_id,
        coalesce(${stillCounts(day, leastStrength)}, false) as seen,
        s.level >= coalesce(s.target_level, n.target) - ${tolerance}::float8 as able
      from certifications c
      join who w on w.person_id = c.person_id
      join needed n on n.role_id = w.role_id and n.skill_id = c.skill_id
      left join skill_states s on s.org_id = ${orgId} and s.person_id = c.person_id and s.skill_id = c.skill_id
      where c.org_id = ${orgId} and c.certified_on <= ${day}::date
    )
    select role_id as "roleId", site_id as "siteId", grouping(site_id) = 1 as everywhere, count(*)::int as certified,
      count(*) filter (where seen)::int as seen, count(distinct person_id) filter (where seen)::int as "seenPeople", count(*) filter (where seen and able)::int as able
    from pairs group by grouping sets ((role_id), (role_id, site_id))`;
}

export type RatedRow = { roleId: string; siteId: string | null; everywhere: boolean; people: number };

/**
 * How many people others rated, in months from `from` on and before `until`, in a needed skill that anybody is certified in: whose work the figure
 * "seen applying it" tells, by role and by role and site.
 */
export function ratedPeopleSql({
  orgId,
  bounds,
  at,
  from,
  until,
}: Omit<SeenQuestion, "day" | "leastStrength"> & { from: string; until: string }): SQL {
  return sql`
    with who as (select person_id, role_id, site_id from (${peopleAt(orgId, bounds, at)}) w where w.employed and w.role_id is not null),
    needed as (
      select distinct role_id, skill_id from role_skills
      where org_id = ${orgId} and skill_id in (select skill_id from certifications where org_id = ${orgId})
    )
    select w.role_id as "roleId", w.site_id as "siteId", grouping(w.site_id) = 1 as everywhere, count(distinct w.person_id)::int as people
    from behaviour_months m
    join behaviours b on b.org_id = ${orgId} and b.id = m.behaviour_id
    join who w on w.person_id = m.person_id
    join needed n on n.role_id = w.role_id and n.skill_id = b.skill_id
    where m.org_id = ${orgId} and m.month >= ${from}::date and m.month < ${until}::date and m.ratings > 0
    group by grouping sets ((w.role_id), (w.role_id, w.site_id))`;
}
