import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { dayOf } from "@/lib/days";
import { readRules } from "@/lib/evidence/read-rules";
import type { EvidenceRules } from "@/lib/evidence/rules";
import { standingOn } from "@/lib/evidence/standing";
import type { SkillStatus } from "@/lib/evidence/states/skill-state";
import { type SkillStanding, targetOr } from "./skill-standing";

type Row = {
  personId: string;
  skillId: string;
  skill: string;
  isNeeded: boolean;
  critical: boolean;
  target: number | null;
  status: SkillStatus | null;
  level: number | null;
  margin: number | null;
  strength: number | null;
  halfLife: number | null;
  seenOn: string | null;
  agree: boolean | null;
} & Record<
  "manager" | "peer" | "system" | "self",
  { level: number | null; ratings: number; on: string | null } | null
> &
  Record<"independent" | "accurate" | "consistent", { yes: number | null; known: number | null }> &
  Record<"recalledOn" | "simulatedOn" | "certifiedOn" | "heldSince", string | null>;

const seeing = ["manager", "peer", "system"] as const;

/** Per person: the skills their role needs today and those anything speaks of, aged to today, critical ones first. */
export async function readStandings(
  tx: Tx,
  orgId: string,
  personIds: readonly string[],
): Promise<Map<string, SkillStanding[]>> {
  const { rules } = await readRules(tx, orgId);
  const found = new Map<string, SkillStanding[]>(personIds.map((id) => [id, []]));
  if (personIds.length === 0) return found;
  const ids = sql`any(${sql.param([...personIds])}::uuid[])`;
  const source = (name: string) =>
    sql.raw(
      `json_build_object('level', t.${name}_level, 'ratings', t.${name}_ratings, 'on', t.${name}_on) as "${name}"`,
    );
  const part = (name: string) => sql.raw(`json_build_object('yes', t.${name}, 'known', t.${name}_known) as "${name}"`);
  const { rows } = await tx.execute<Row>(sql`
    with needed as (
      select e.person_id, n.skill_id, max(n.target_level) as target, bool_or(n.critical or coalesce(k.critical, false)) as critical
      from employments e join role_skills n on n.org_id = ${orgId} and n.role_id = e.role_id
      left join tasks k on k.org_id = ${orgId} and k.id = n.task_id
      where e.org_id = ${orgId} and e.person_id = ${ids} and e.starts_on <= current_date
        and (e.ends_on is null or e.ends_on > current_date)
      group by 1, 2
    ), spoken as (select * from skill_states where org_id = ${orgId} and person_id = ${ids})
    select person_id as "personId", skill_id as "skillId", s.name as skill, n.k is not null as "isNeeded",
      coalesce(n.critical, t.critical, false) as critical, coalesce(t.target_level, n.target) as target,
      t.status, t.level, t.margin, t.strength, t.half_life_days as "halfLife",
      t.seen_on::text as "seenOn", t.agree,
      ${sql.join([...seeing, "self"].map(source), sql`, `)},
      ${sql.join(["independent", "accurate", "consistent"].map(part), sql`, `)},
      t.recalled_on::text as "recalledOn", t.simulated_on::text as "simulatedOn", t.certified_on::text as "certifiedOn",
      t.held_since::text as "heldSince"
    from (select person_id, skill_id, skill_id as k, target, critical from needed) n
    full join spoken t using (person_id, skill_id)
    join skills s on s.org_id = ${orgId} and s.id = skill_id
    order by n.k is null, critical desc, s.name`);
  const today = dayOf(new Date());
  for (const row of rows) found.get(row.personId)?.push(standingOf(row, rules, today));
  return found;
}

function standingOf(row: Row, rules: EvidenceRules, today: string): SkillStanding {
  const { status, seenOn } = row;
  const aged =
    status && row.halfLife !== null
      ? standingOn({ ...row, status, strength: row.strength ?? 0, seenOn, halfLifeDays: row.halfLife }, rules, today)
      : null;
  const sources = seeing.flatMap((source) => {
    const { level = null, ratings = 0, on = null } = row[source] ?? {};
    return level !== null && on !== null ? [{ source, level, ratings, on }] : [];
  });
  return {
    skillId: row.skillId,
    skill: row.skill,
    isNeeded: row.isNeeded,
    critical: row.critical,
    target: targetOr(row.target),
    state: aged?.status ?? "nothing",
    level: row.level,
    margin: row.margin,
    strength: aged?.strength ?? 0,
    seenOn,
    ratings: sources.reduce((sum, { ratings }) => sum + ratings, 0),
    sources,
    agree: row.agree,
    own: row.self?.level != null && row.self.on ? { level: row.self.level, on: row.self.on } : null,
    parts: {
      independent: shareOf(row.independent),
      accurate: shareOf(row.accurate),
      consistent: shareOf(row.consistent),
    },
    recalledOn: row.recalledOn,
    simulatedOn: row.simulatedOn,
    certifiedOn: row.certifiedOn,
    heldSince: row.heldSince,
  };
}

const shareOf = ({ yes, known }: Row["independent"]) => ({ yes: yes ?? 0, known: known ?? 0 });
