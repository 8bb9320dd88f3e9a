import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { readRules } from "@/lib/evidence/read-rules";
import { askedOf, type BehaviourOfSkill, type NeedOfSkill } from "@/lib/evidence/states/asked-behaviours";
import type { Rating } from "@/lib/evidence/states/blend";
import { kindOfAct } from "@/lib/evidence/states/learning-kind";
import { type SkillFacts, skillState } from "@/lib/evidence/states/skill-state";
import type { Difference } from "./difference";

type Pair = { personId: string; skillId: string };
type StoredState = Record<string, unknown>;
const peopleAtOnce = 2_000;
const mostShown = 50;

/** skill_states against `skillState` of the facts, person by person in Node: the statements of the upkeep share nothing with it. */
export async function differingStates(tx: Tx, orgId: string): Promise<Difference[]> {
  const { version, rules } = await readRules(tx, orgId);
  const found: Difference[] = [];
  let after = "00000000-0000-0000-0000-000000000000";
  while (found.length < mostShown) {
    const { rows } = await tx.execute<{ last: string | null }>(sql`
      select max(id::text) as last from (select id from people where org_id = ${orgId} and id > ${after} order by id limit ${peopleAtOnce}) p`);
    const until = rows[0]?.last;
    if (!until) break;
    const facts = await readFacts(tx, orgId, after, until);
    for (const one of facts.values()) {
      const target = one.asked?.target ?? null;
      const setting = { rules, halfLifeDays: one.half_life ?? rules.halfLifeDays, target };
      const state = skillState(one, setting);
      const expected = state && rowOf(state, one, setting.halfLifeDays, version);
      if (JSON.stringify(expected) === JSON.stringify(one.stored)) continue;
      const about = { person_id: one.personId, skill_id: one.skillId };
      if (one.stored) found.push({ table: "skill_states", side: "stored", row: { ...about, ...one.stored } });
      if (expected) found.push({ table: "skill_states", side: "missing", row: { ...about, ...expected } });
    }
    after = until;
  }
  return found.slice(0, mostShown);
}

type Facts = Pair &
  SkillFacts & {
    ratings: SkillFacts["ratings"][number][];
    acts: SkillFacts["acts"][number][];
    asked: ReturnType<typeof askedOf>;
    critical: boolean;
    half_life: number | null;
    stored: StoredState | null;
  };

async function readFacts(tx: Tx, orgId: string, after: string, until: string): Promise<Map<string, Facts>> {
  const facts = new Map<string, Facts>();
  const people = (column: string) =>
    sql`${sql.raw(column)} > ${after}::uuid and ${sql.raw(column)} <= ${until}::uuid and ${sql.raw(`${column.split(".")[0]}.org_id`)} = ${orgId}`;
  const { rows: skills } = await tx.execute<{ id: string; half: number | null }>(
    sql`select id, half_life_days as half from skills where org_id = ${orgId}`,
  );
  const halfLives = new Map(skills.map(({ id, half }) => [id, half]));
  const { rows: needs } = await tx.execute<
    Pair & { needs: NeedOfSkill[]; critical: boolean; behaviours: BehaviourOfSkill[] }
  >(sql`
    select e.person_id as "personId", n.skill_id as "skillId",
      jsonb_agg(jsonb_build_object('target', n.target_level, 'named', (
        select coalesce(jsonb_agg(jsonb_build_object('behaviourId', k.behaviour_id, 'target', k.target_level)), '[]')
        from need_behaviours k where k.org_id = ${orgId} and k.need_id = n.id))) as needs,
      (select coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'heir', b.merged_into)), '[]') from behaviours b where b.org_id = ${orgId} and b.skill_id = n.skill_id) as behaviours,
      bool_or(n.critical or exists (select from tasks t where t.org_id = ${orgId} and t.id = n.task_id and t.critical)) as critical
    from employments e, role_skills n
    where ${people("e.person_id")} and n.org_id = ${orgId} and n.role_id = e.role_id and not exists (
      select from employments later
      where later.org_id = ${orgId} and later.person_id = e.person_id and later.starts_on > e.starts_on)
    group by 1, 2`);
  const needed = new Map(
    needs.map((need) => [
      need.personId + need.skillId,
      { critical: need.critical, asked: askedOf(need.needs, need.behaviours) },
    ]),
  );
  const of = ({ personId, skillId }: Pair): Facts => {
    const known = facts.get(personId + skillId);
    if (known) return known;
    const { asked = null, critical = false } = needed.get(personId + skillId) ?? {};
    const half_life = halfLives.get(skillId) ?? null;
    const made: Facts = {
      personId,
      skillId,
      ratings: [],
      acts: [],
      certifiedOn: null,
      asked,
      critical,
      half_life,
      stored: null,
    };
    facts.set(personId + skillId, made);
    return made;
  };

  type Rated = Pair & SkillFacts["ratings"][number] & Rating & { behaviourId: string };
  const { rows: ratings } = await tx.execute<Rated>(sql`
    select o.person_id as "personId", b.skill_id as "skillId", to_char(o.observed_at at time zone 'UTC', 'YYYY-MM-DD') as day, o.level,
      o.behaviour_id as "behaviourId", o.source, coalesce(o.rater_id, o.entered_by, o.rule_id) as rater, o.independent, o.accurate, o.consistent
    from observations o, behaviours b
    where ${people("o.person_id")} and b.org_id = ${orgId} and b.id = o.behaviour_id and o.struck_at is null`);
  for (const { personId, skillId, behaviourId, ...rating } of ratings) {
    const facts = of({ personId, skillId });
    const { behaviours, targets } = facts.asked ?? {};
    if (behaviours && !behaviours.has(behaviourId)) continue;
    facts.ratings.push({ ...rating, target: targets?.get(behaviourId) ?? null });
  }

  const { rows: acts } = await tx.execute<
    Pair & { day: string; verb: string; format: string | null; success: boolean | null; score: number | null }
  >(sql`
    select e.person_id as "personId", coalesce(a.skill_id, b.skill_id) as "skillId",
      to_char(e.occurred_at at time zone 'UTC', 'YYYY-MM-DD') as day, e.verb, a.format, e.success, e.score
    from learning_events e
    join activities a on a.org_id = ${orgId} and a.id = e.activity_id
    left join behaviours b on b.org_id = ${orgId} and b.id = a.behaviour_id
    where ${people("e.person_id")} and coalesce(a.skill_id, b.skill_id) is not null and e.verb in ('passed', 'certified', 'completed')`);
  for (const { personId, skillId, day, ...act } of acts) {
    const kind = kindOfAct(act);
    if (kind) of({ personId, skillId }).acts.push({ kind, day, score: act.score });
  }

  const { rows: certified } = await tx.execute<Pair & { on: string }>(sql`
    select c.person_id as "personId", c.skill_id as "skillId", c.certified_on::text as "on"
    from certifications c where ${people("c.person_id")}`);
  for (const { on, ...pair } of certified) of(pair).certifiedOn = on;

  const { rows: stored } = await tx.execute<{ state: StoredState & { person_id: string; skill_id: string } }>(
    sql`select to_jsonb(s) as state from skill_states s where ${people("s.person_id")}`,
  );
  for (const { state } of stored) {
    const { person_id: personId, skill_id: skillId, org_id: _org, ...rest } = state;
    of({ personId, skillId }).stored = rounded(rest);
  }
  return facts;
}

/** As the table has it. */
function rowOf(
  state: NonNullable<ReturnType<typeof skillState>>,
  facts: Facts,
  halfLife: number,
  version: number,
): StoredState {
  const { manager, peer, system, self, recallScore, ...rest } = state;
  const sources = Object.entries({ manager, peer, system, self }).flatMap(([name, one]) => [
    [`${name}_level`, one?.level ?? null],
    [`${name}_ratings`, one?.ratings ?? 0],
    [`${name}_on`, one?.on ?? null],
  ]);
  return rounded({
    ...Object.fromEntries(Object.entries(rest).map(([name, value]) => [snake(name), value])),
    ...Object.fromEntries(sources),
    recall_score: recallScore,
    critical: facts.critical,
    half_life_days: halfLife,
    rules_version: version,
  });
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** In the order of names; sums of decimals depend on the order of adding in their last bits. */
function rounded(row: StoredState): StoredState {
  const entries = Object.entries(row).map(([name, value]) => [
    name,
    typeof value === "number" ? Math.round(value * 1e6) / 1e6 : value,
  ]);
  return Object.fromEntries(entries.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)));
}
