import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { isSmallGroup, minimumPeople } from "@/lib/access/privacy";
import { readRules } from "@/lib/evidence/read-rules";
import { readSkillStates, type SkillCell } from "@/lib/evidence/read-skill-states";
import type { EvidenceRules } from "@/lib/evidence/rules";
import { addMonths } from "@/lib/metrics/period";
import { evidentialActivities } from "@/lib/rollups/skill-facts-sql";
import { query } from "@/lib/server/tenant-access";
import { type DataMap, reachOf, type SkillFeed } from "./data-map";

const monthsShown = 12;
type Described = Omit<SkillFeed, "needed" | "reach" | "ratings" | "levels">;

/**
 * Which source feeds which skill, for the whole organisation: counts of ratings, rules and activities, and how many of those who need a skill
 * are prepared and seen. Whoever may read skills may see it, so a skill needed by fewer people than the minimum shows nothing of them.
 */
export const readDataMap = query("skill.read", async (tx, _: null, { orgId }): Promise<DataMap> => {
  const { rows: settings } = await tx.execute<{
    minimum: number;
    kpis: number;
    initiatives: number;
    last: string | null;
  }>(sql`
    select minimum_group_size as minimum, (select count(*)::int from kpis where org_id = ${orgId}) as kpis,
      (select count(*)::int from initiatives where org_id = ${orgId} and not draft) as initiatives,
      (select max(month)::text from behaviour_months where org_id = ${orgId}) as last
    from organisations where id = ${orgId}`);
  const { minimum: setting = 0, kpis = 0, initiatives = 0, last = null } = settings[0] ?? {};
  const months = last
    ? Array.from({ length: monthsShown }, (_, index) => addMonths(last, index - monthsShown + 1))
    : [];
  const today = new Date().toISOString().slice(0, 10);
  const everybody = sql`select id from people where org_id = ${orgId}`;
  const cells = new Map<string, SkillCell[]>();
  for (const cell of await readSkillStates(tx, orgId, everybody, today)) {
    cells.set(cell.skillId, [...(cells.get(cell.skillId) ?? []), cell]);
  }
  const ratings = await readRatings(tx, orgId);
  const levels = await readLevels(tx, orgId, { months, minimum: minimumPeople(setting) });
  const { rules } = await readRules(tx, orgId);
  const skills = (await readDescribed(tx, orgId, rules)).map((skill): SkillFeed => {
    const found = reachOf(cells.get(skill.skillId) ?? [], setting);
    const seen = ratings.get(skill.skillId);
    const isSmall = found !== null && isSmallGroup(found.needed, setting);
    return {
      ...skill,
      needed: found === null ? 0 : isSmall ? null : found.needed,
      reach: isSmall ? null : found,
      ratings:
        !seen || isSmall || isSmallGroup(seen.people, setting)
          ? null
          : { manager: seen.manager, peer: seen.peer, system: seen.system },
      levels: months.map((month) => levels.get(`${skill.skillId} ${month}`) ?? null),
    };
  });
  return { skills, months, minimum: minimumPeople(setting), certificateDays: rules.certificateDays, kpis, initiatives };
});

async function readDescribed(tx: Tx, orgId: string, rules: EvidenceRules): Promise<Described[]> {
  const { rows } = await tx.execute<Described>(sql`
    with ${evidentialActivities(orgId)}
    select s.id as "skillId", s.name as skill, u.name as owner, coalesce(s.half_life_days, ${rules.halfLifeDays}::int) as "halfLifeDays",
      coalesce(b.behaviours, 0) as behaviours, coalesce(b.anchored, 0) as anchored, coalesce(r.rules, '{}') as rules,
      coalesce(a.tests, 0) as tests, coalesce(a.practices, 0) as practices
    from skills s
    left join users u on u.org_id = ${orgId} and u.id = s.owner_id
    left join (
      select skill_id, count(*)::int as behaviours, count(*) filter (where exists (
        select from jsonb_array_elements(case when jsonb_typeof(anchors) = 'array' then anchors else '[]' end) one where one <> 'null'))::int as anchored
      from behaviours where org_id = ${orgId} and retired_at is null group by skill_id
    ) b on b.skill_id = s.id
    left join (
      select b.skill_id, array_agg(r.name order by r.name) as rules from signal_rules r
      join behaviours b on b.org_id = ${orgId} and b.id = r.behaviour_id where r.org_id = ${orgId} and r.status = 'active' group by b.skill_id
    ) r on r.skill_id = s.id
    left join (
      select skill_id, count(*) filter (where is_test and not is_simulated)::int as tests, count(*) filter (where is_simulated)::int as practices
      from evidential group by skill_id
    ) a on a.skill_id = s.id
    where s.org_id = ${orgId} and s.retired_at is null order by s.name`);
  return rows;
}

async function readRatings(tx: Tx, orgId: string) {
  const { rows } = await tx.execute<{
    skillId: string;
    people: number;
    manager: number;
    peer: number;
    system: number;
  }>(sql`
    select skill_id as "skillId", count(*) filter (where seen_on is not null)::int as people, sum(manager_ratings)::int as manager,
      sum(peer_ratings)::int as peer, sum(system_ratings)::int as system
    from skill_states where org_id = ${orgId} group by skill_id`);
  return new Map(rows.map((row) => [row.skillId, row]));
}

/** Mean over people of what others saw in a month; only where enough people were seen. */
async function readLevels(tx: Tx, orgId: string, { months, minimum }: { months: string[]; minimum: number }) {
  const { rows } = await tx.execute<{ skillId: string; month: string; level: number }>(sql`
    select skill_id as "skillId", month::text, avg(level)::float8 as level from (
      select b.skill_id, m.month, m.person_id, sum(m.level_sum) / sum(m.ratings) as level
      from behaviour_months m join behaviours b on b.org_id = ${orgId} and b.id = m.behaviour_id
      where m.org_id = ${orgId} and m.month = any(${sql.param(months)}::date[]) and m.ratings > 0 group by 1, 2, 3
    ) seen group by 1, 2 having count(*) >= ${minimum}::int`);
  return new Map(rows.map(({ skillId, month, level }) => [`${skillId} ${month}`, level]));
}
