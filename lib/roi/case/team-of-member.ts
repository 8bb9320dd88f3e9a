import { type SQL, sql } from "drizzle-orm";

/**
 * Joins to members `m` (person_id, cluster, exposed_on) of an initiative `i`, from which `teamOfMember` is their team as the evaluation places people:
 * the one their cluster names, else the one they worked in when the baseline ended.
 */
export const placeMembers = (orgId: string): SQL => sql`
  left join lateral (
    select e.team_id from employments e where e.org_id = ${orgId} and e.person_id = m.person_id
    order by (e.starts_on <= coalesce(i.baseline_to, m.exposed_on) and (e.ends_on is null or e.ends_on > coalesce(i.baseline_to, m.exposed_on))) desc nulls last,
      e.starts_on limit 1
  ) place on true
  left join teams named on named.org_id = ${orgId} and named.name = m.cluster`;

export const teamOfMember: SQL = sql`coalesce(named.id, place.team_id)`;
