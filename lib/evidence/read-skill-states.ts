import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { nobody } from "@/db/schema/rollups";
import { withoutLoops } from "@/lib/rollups/without-loops";
import { stillSpeaks } from "./expiry";
import { readRules } from "./read-rules";
import { tolerance } from "./states/agreement";
import { stillCounts } from "./still-counts-sql";

/** People of one role at one site whose role needs a skill. Counts are of people; those after `needed` are among them. */
export type SkillCell = {
  roleId: string;
  skillId: string;
  /** `nobody` (db/schema/rollups) where the site is not known. */
  siteId: string;
  needed: number;
  /** Any evidence at all, their own view and what has expired left out. */
  known: number;
  /** Seen at work by a manager, peer or system and not aged out. */
  evidenced: number;
  /** Of those, at what the role asks in what was seen or above; then validated, and sustained, as well. */
  applied: number;
  validated: number;
  sustained: number;
  /** Seen once, and no longer: what was seen is worth less than the rules ask. */
  stale: number;
  /** Seen at any time. */
  everSeen: number;
  /** Holding a certificate, whether or not it has expired. */
  certified: number;
  expired: number;
  certifiedNotApplied: number;
  /** Certified, and evidenced. */
  certifiedSeen: number;
  /** Certified, or passed a test or practice; what has expired left out. */
  prepared: number;
  preparedNotApplied: number;
  /** Of those evidenced: mean level, the sample variance between people (null under two), and the mean of their margins where known. */
  level: number | null;
  levelVariance: number | null;
  margin: number | null;
  target: number;
  critical: boolean;
};

/**
 * What skill_states say on a day (YYYY-MM-DD, today or later than the facts) of the people a subquery chooses (`select person_id ...`, as
 * `peopleOf` gives it), by role x skill x site as of that day. One pass over the rollup, ageing applied. Not withheld: groups under the
 * minimum, and differences between groups, are the caller's to guard (`withheldGroups`, `refusedViews`).
 */
export async function readSkillStates(tx: Tx, orgId: string, people: SQL, day: string): Promise<SkillCell[]> {
  const { rules } = await readRules(tx, orgId);
  const count = (what: string) => sql.raw(`count(*) filter (where ${what})::int`);
  const speaks = (column: string) => stillSpeaks(`s.${column}`, day, rules);
  const question = sql`
    with placed as materialized (
      select e.person_id, e.role_id, coalesce(e.site_id, ${nobody}::uuid) as site_id
      from employments e
      where e.org_id = ${orgId} and e.role_id is not null and e.starts_on <= ${day}::date and (e.ends_on is null or e.ends_on > ${day}::date)
        and e.person_id in (${people})
    ),
    asked as materialized (
      select n.role_id, n.skill_id, coalesce(max(n.target_level), 3) as target, bool_or(n.critical or coalesce(t.critical, false)) as critical
      from role_skills n
      join skills k on k.org_id = ${orgId} and k.id = n.skill_id and k.retired_at is null
      join roles r on r.org_id = ${orgId} and r.id = n.role_id and r.retired_at is null
      left join tasks t on t.org_id = ${orgId} and t.id = n.task_id
      where n.org_id = ${orgId} group by n.role_id, n.skill_id
    ),
    held as (select role_id, site_id, count(*)::int as people from placed group by role_id, site_id),
    stated as (
      select p.role_id, p.site_id, s.skill_id, s.status, s.level, s.margin, s.seen_on, s.certified_on,
        coalesce(${speaks("recalled_on")}, false) or coalesce(${speaks("certified_on")}, false) as recalls, s.simulated_on is not null as practised,
        s.certified_on is not null and not ${speaks("certified_on")} as expired,
        ${stillCounts(day, rules.leastStrength)} as is_seen,
        s.level >= coalesce(s.target_level, a.target) - ${tolerance}::float8 as at_target
      from skill_states s
      join placed p on p.person_id = s.person_id
      join asked a on a.role_id = p.role_id and a.skill_id = s.skill_id
      where s.org_id = ${orgId}
    ),
    counted as (
      select role_id, skill_id, site_id, ${count("status <> 'self_rated' and (status <> 'recalled' or recalls)")} as known, ${count("is_seen")} as evidenced,
        ${count("is_seen and at_target")} as applied,
        ${count("is_seen and at_target and status in ('validated', 'sustained')")} as validated,
        ${count("is_seen and at_target and status = 'sustained'")} as sustained,
        ${count("seen_on is not null and not is_seen")} as stale, ${count("seen_on is not null")} as ever_seen,
        ${count("certified_on is not null")} as certified,
        ${count("certified_on is not null and not (is_seen and coalesce(at_target, false))")} as certified_not_applied,
        ${count("certified_on is not null and is_seen")} as certified_seen,
        ${count("recalls or practised")} as prepared, ${count("expired")} as expired,
        ${count("(recalls or practised) and not (is_seen and coalesce(at_target, false))")} as prepared_not_applied,
        avg(level) filter (where is_seen) as level, var_samp(level) filter (where is_seen) as level_variance,
        avg(margin) filter (where is_seen) as margin
      from stated group by role_id, skill_id, site_id
    )
    select a.role_id as "roleId", a.skill_id as "skillId", h.site_id as "siteId", h.people as needed, coalesce(c.known, 0) as known,
      coalesce(c.evidenced, 0) as evidenced, coalesce(c.applied, 0) as applied, coalesce(c.validated, 0) as validated,
      coalesce(c.sustained, 0) as sustained, coalesce(c.stale, 0) as stale, coalesce(c.ever_seen, 0) as "everSeen",
      coalesce(c.certified, 0) as certified, coalesce(c.expired, 0) as expired, coalesce(c.certified_not_applied, 0) as "certifiedNotApplied",
      coalesce(c.certified_seen, 0) as "certifiedSeen", coalesce(c.prepared, 0) as prepared, coalesce(c.prepared_not_applied, 0) as "preparedNotApplied",
      c.level, c.level_variance as "levelVariance", c.margin, a.target, a.critical
    from asked a join held h using (role_id)
    left join counted c on c.role_id = a.role_id and c.skill_id = a.skill_id and c.site_id = h.site_id
    order by a.role_id, a.skill_id, h.site_id`;
  const { rows } = await withoutLoops(tx, true, () => tx.execute<SkillCell>(question));
  return rows;
}
