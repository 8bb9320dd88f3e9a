import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { daysBetween } from "@/lib/days";
import type { ExplainedRating, Explanation } from "./explanation";
import { readRules } from "./read-rules";
import { standingOn } from "./standing";
import { ageWeight } from "./states/ageing";
import { askedOf, type BehaviourOfSkill, type NeedOfSkill } from "./states/asked-behaviours";
import { type Rating, worthOf } from "./states/blend";
import { kindOfAct } from "./states/learning-kind";
import { type SkillFacts, skillState } from "./states/skill-state";

type Question = {
  orgId: string;
  personId: string;
  skillId: string;
  /** YYYY-MM-DD; today where it is not said. */
  day?: string;
};

/**
 * What the evidence says of one person and skill on a day, down to each rating and learning event with its weight on that day: computed from
 * the facts by the reference definition, not read from the rollup. Null where the skill does not exist. Raters are not named. One person's
 * evidence: the caller decides who may see it and leaves the trace.
 */
export async function explainSkill(tx: Tx, question: Question): Promise<Explanation | null> {
  const { orgId, personId, skillId, day = new Date().toISOString().slice(0, 10) } = question;
  const skill = await readSkill(tx, question);
  if (!skill) return null;
  const { version, rules } = await readRules(tx, orgId);
  const halfLifeDays = skill.halfLife ?? rules.halfLifeDays;
  const asked = askedOf(skill.needs, skill.behaviours);
  const ratings = (await readRatings(tx, orgId, personId, skillId)).map((rating) => ({
    ...rating,
    isAsked: asked?.behaviours?.has(rating.behaviourId) ?? true,
    target: asked?.targets?.get(rating.behaviourId) ?? null,
  }));
  const acts = await readActs(tx, orgId, personId, skillId);
  const facts: SkillFacts = {
    ratings: ratings.filter(({ struckOn, isAsked }) => struckOn === null && isAsked),
    acts: acts.flatMap((act) => (act.kind ? [{ ...act, kind: act.kind }] : [])),
    certifiedOn: skill.certifiedOn,
  };
  const state = skillState(facts, { rules, halfLifeDays, target: asked?.target ?? null });

  const weighed = ratings.map(({ rater: _rater, ...rating }): ExplainedRating => {
    const age = daysBetween(rating.day, day);
    const counts = rating.struckOn === null && rating.isAsked;
    return {
      ...rating,
      ageDays: age,
      weight: counts ? worthOf(rating.source, rules) * ageWeight(age, halfLifeDays) : 0,
      share: 0,
    };
  });
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
  return {
    skill: skill.name,
    day,
    rulesVersion: version,
    rules,
    halfLifeDays,
    halfLifeIsOwn: skill.halfLife !== null,
    target: state ? state.targetLevel : (asked?.target ?? null),
    targetsDiffer: Boolean(asked?.targets),
    critical: skill.critical,
    state,
    standing: state && standingOn({ ...state, halfLifeDays }, rules, day),
    ratings: weighed.map((rating) => ({ ...rating, share: total > 0 ? rating.weight / total : 0 })),
    acts,
  };
}

async function readSkill(tx: Tx, { orgId, personId, skillId }: Question) {
  const { rows } = await tx.execute<{
    name: string;
    halfLife: number | null;
    needs: NeedOfSkill[];
    behaviours: BehaviourOfSkill[];
    critical: boolean;
    certifiedOn: string | null;
  }>(sql`
    select s.name, s.half_life_days as "halfLife", coalesce(n.needs, '[]') as needs, coalesce(n.critical, false) as critical, (
        select coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'heir', b.merged_into)), '[]') from behaviours b where b.org_id = ${orgId} and b.skill_id = s.id
      ) as behaviours, (
        select certified_on::text from certifications where org_id = ${orgId} and person_id = ${personId} and skill_id = ${skillId}
      ) as "certifiedOn"
    from skills s
    cross join lateral (
      select jsonb_agg(jsonb_build_object('target', n.target_level, 'named', (
          select coalesce(jsonb_agg(jsonb_build_object('behaviourId', k.behaviour_id, 'target', k.target_level)), '[]')
          from need_behaviours k where k.org_id = ${orgId} and k.need_id = n.id))) as needs, bool_or(n.critical or coalesce(t.critical, false)) as critical
      from role_skills n left join tasks t on t.org_id = ${orgId} and t.id = n.task_id
      where n.org_id = ${orgId} and n.skill_id = s.id and n.role_id = (
        select role_id from employments where org_id = ${orgId} and person_id = ${personId} order by starts_on desc limit 1)
    ) n
    where s.org_id = ${orgId} and s.id = ${skillId}`);
  return rows[0];
}

type Read = Omit<ExplainedRating, "ageDays" | "weight" | "share" | "isAsked" | "target"> & Pick<Rating, "rater">;

async function readRatings(tx: Tx, orgId: string, personId: string, skillId: string): Promise<Read[]> {
  const { rows } = await tx.execute<Read>(sql`
    select o.observation_id as id, to_char(o.observed_at at time zone 'UTC', 'YYYY-MM-DD') as day, b.id as "behaviourId",
      b.statement as behaviour, o.level, o.source, coalesce(o.rater_id, o.entered_by, o.rule_id) as rater, o.independent, o.accurate,
      o.consistent, to_char(o.struck_at at time zone 'UTC', 'YYYY-MM-DD') as "struckOn", o.taxonomy_version as "taxonomyVersion",
      case when r.id is not null then jsonb_build_object('id', r.id, 'name', r.name, 'version', o.rule_version) end as rule
    from observations o
    join behaviours b on b.org_id = ${orgId} and b.id = o.behaviour_id and b.skill_id = ${skillId}
    left join signal_rules r on r.org_id = ${orgId} and r.id = o.rule_id
    where o.org_id = ${orgId} and o.person_id = ${personId}
    order by o.observed_at desc, o.observation_id`);
  return rows;
}

async function readActs(tx: Tx, orgId: string, personId: string, skillId: string): Promise<Explanation["acts"]> {
  const { rows } = await tx.execute<{
    day: string;
    activity: string;
    verb: string;
    format: string | null;
    success: boolean | null;
    score: number | null;
  }>(sql`
    select to_char(e.occurred_at at time zone 'UTC', 'YYYY-MM-DD') as day, coalesce(a.title, a.code) as activity, e.verb, a.format,
      e.success, e.score
    from learning_events e
    join activities a on a.org_id = ${orgId} and a.id = e.activity_id
    left join behaviours b on b.org_id = ${orgId} and b.id = a.behaviour_id
    where e.org_id = ${orgId} and e.person_id = ${personId} and coalesce(a.skill_id, b.skill_id) = ${skillId}
      and e.verb in ('passed', 'failed', 'certified', 'completed')
    order by e.occurred_at desc, e.event_id`);
  return rows.map((act) => ({ ...act, kind: kindOfAct(act) }));
}
