import { type SQL, sql } from "drizzle-orm";
import { usualTarget } from "@/lib/evidence/levels";
import type { EvidenceRules } from "@/lib/evidence/rules";
import { mostHalfLives } from "@/lib/evidence/states/ageing";
import { tolerance } from "@/lib/evidence/states/agreement";
import { lowestSpread, seeing, widest, worthOf } from "@/lib/evidence/states/blend";
import { normalQuantile, tQuantiles } from "@/lib/evidence/states/t-quantile";
import { placedAndAsked, type Within } from "./skill-facts-sql";

const number = (value: number) => sql.raw(`(${value})::float8`);
const sources = [...seeing, "self"] as const;

/** Keeps the planner from writing what a subquery computes into each place that uses it. */
const once = sql.raw("offset 0");

export const stateColumns =
  `person_id skill_id status level strength seen_on margin sources agree manager_level manager_ratings manager_on
  peer_level peer_ratings peer_on system_level system_ratings system_on self_level self_ratings self_on independent independent_known
  accurate accurate_known consistent consistent_known recalled_on recall_score simulated_on simulated_score certified_on held_since
  target_level critical half_life_days rules_version`
    .split(/\s+/)
    .join(", ");

/** The states of skills as the facts gathered by `gatherFacts` have them, in `stateColumns`: what `skillState` says of one, for all at once. */
export function skillStatesSql(orgId: string, version: number, rules: EvidenceRules, within: Within): SQL {
  const worth = sql.raw(
    `case source ${seeing.map((source) => `when '${source}' then (${worthOf(source, rules)})::float8`).join(" ")} else 0 end`,
  );
  const age = (since: string) =>
    sql.raw(`case when ${since} - day > ${mostHalfLives} * half_life then 0
    else power(0.5::float8, greatest(${since} - day, 0)::float8 / half_life) end`);
  return sql`
    with ${placedAndAsked(orgId, within)},
    certified as (
      select c.person_id, c.skill_id, c.certified_on from certifications c
      ${within === "touched" ? sql`join touched_skills t using (person_id, skill_id)` : sql``}
      where c.org_id = ${orgId}
    ),
    half_lives as materialized (
      select id as skill_id, coalesce(half_life_days, ${rules.halfLifeDays}::int) as half_life from skills where org_id = ${orgId}
    ),
    dated as (
      select l.*, h.half_life, ${worth} as worth,
        max(l.day) over (partition by l.person_id, l.skill_id, l.source) as source_on,
        max(l.day) filter (where ${worth} > 0) over (partition by l.person_id, l.skill_id) as seen_day
      from gathered_looks l join half_lives h using (skill_id)
    ),
    aged as (select *, worth * seen_age as weight from (
      select *, ${age("seen_day")} as seen_age, ${age("source_on")} as own_age from dated ${once}) d ${once}),
    seen as (
      select person_id, skill_id, max(seen_day) as seen_on,
        sum(n * weight) as strength, sum(weight * total) as weighted, sum(weight * own_target) as own_target,
        sum((n * weight) * (n * weight)) as squares, sum(weight * (total - 3 * n) * (total - 3 * n) / n) as around_3,
        count(*) filter (where weight > 0) as looks,
        ${sql.join(sources.map(ofSource), sql`, `)},
        ${sql.raw(
          ["independent", "accurate", "consistent"]
            .flatMap((name) => [name, `${name}_known`])
            .map((name) => `coalesce(sum(${name}) filter (where source <> 'self'), 0) as ${name}`)
            .join(", "),
        )}
      from aged group by person_id, skill_id
    ),
    measured as (
      select person_id, skill_id, date_trunc('month', day::timestamp)::date as month, sum(worth * total) / sum(worth * n) as level,
        sum(worth * own_target) / sum(worth * n) as own_target
      from dated where worth > 0 group by 1, 2, 3
    ),
    compared as (
      select m.person_id, m.skill_id, m.month, max(m.month) filter (
        where m.level < coalesce(m.own_target, a.target, ${number(usualTarget)}) - ${number(tolerance)}
      ) over (partition by m.person_id, m.skill_id) as below
      from measured m left join placed p using (person_id) left join asked a on a.role_id = p.role_id and a.skill_id = m.skill_id
    ),
    held as (
      select person_id, skill_id, min(month) as held_since, count(*) as held_months
      from compared where below is null or month > below group by 1, 2
    ),
    found as (
      select * from seen full join gathered_learned using (person_id, skill_id) full join certified using (person_id, skill_id)
    ),
    gathered as (
      select f.*, f.weighted / nullif(f.strength, 0) as level, f.strength ^ 2 / nullif(f.squares, 0) as effective, ${agreeing(rules)},
        h.held_since, h.held_months, case when a.target is not null then coalesce(f.own_target / nullif(f.strength, 0), a.target) end as target,
        coalesce(a.critical, false) as critical, v.half_life
      from found f
      join half_lives v using (skill_id)
      left join held h using (person_id, skill_id)
      left join placed p using (person_id) left join asked a on a.role_id = p.role_id and a.skill_id = f.skill_id
      where f.seen_on is not null or f.simulated_on is not null or f.recalled_on is not null or f.certified_on is not null or f.self_ratings > 0
      ${once}
    ),
    stated as (
      select *, ${number(widest)} as widest, case
          when seen_on is not null and agree and held_months >= ${rules.sustainedMonths}::int then 'sustained'
          when seen_on is not null and agree then 'validated'
          when seen_on is not null then 'applied'
          when simulated_on is not null then 'simulated'
          when recalled_on is not null or certified_on is not null then 'recalled'
          else 'self_rated' end as status,
        greatest(${number(lowestSpread)}, (around_3 - strength * (level - 3) ^ 2) / nullif(strength - squares / nullif(strength, 0), 0)) as spread,
        coalesce((array[${sql.raw(tQuantiles.join(", "))}]::float8[])[greatest(1, floor(effective + 1e-6)::int - 1)], ${number(normalQuantile)}) as quantile
      from gathered
    )
    select person_id, skill_id, status, level, coalesce(strength, 0), seen_on,
      case when looks >= 2 then least(widest, quantile * sqrt(spread / effective)) end,
      coalesce(sources, 0), case when sources >= ${rules.leastSources}::int then agree end,
      ${sql.raw(sources.flatMap((one) => [`${one}_level`, `coalesce(${one}_ratings, 0)`, `${one}_on`]).join(", "))},
      coalesce(independent, 0), coalesce(independent_known, 0), coalesce(accurate, 0), coalesce(accurate_known, 0),
      coalesce(consistent, 0), coalesce(consistent_known, 0),
      recalled_on, recalled_score, simulated_on, simulated_score, certified_on, held_since, target, critical, half_life, ${version}::int
    from stated`;
}

function ofSource(source: (typeof sources)[number]): SQL {
  const own = `filter (where source = '${source}')`;
  return sql.raw(`
    sum(own_age * total) ${own} / sum(own_age * n) ${own} as ${source}_level, sum(n) ${own} as ${source}_ratings,
    max(day) ${own} as ${source}_on, sum(n * seen_age) ${own} as ${source}_strength`);
}

/** Columns `sources` and `agree` (see `agreement`): which speak, and whether the least number of them lie within the distance. */
function agreeing({ leastStrength, leastSources, agreeWithin, ...rules }: EvidenceRules): SQL {
  const rulesOf = { leastStrength, leastSources, agreeWithin, ...rules };
  const speaking = seeing.filter((source) => worthOf(source, rulesOf) > 0);
  const speaks = (source: string) => `f.${source}_strength >= ${leastStrength} - ${tolerance}`;
  const groups = subsets(speaking, leastSources).map((group) => {
    const levels = group.map((source) => `f.${source}_level`).join(", ");
    return `(${group.map(speaks).join(" and ")} and greatest(${levels}) - least(${levels}) <= ${agreeWithin} + ${tolerance})`;
  });
  const count = speaking.map((source) => `coalesce((${speaks(source)})::int, 0)`).join(" + ") || "0";
  return sql.raw(
    `case when f.seen_on is null then 0 else ${count} end as sources, coalesce(${groups.join(" or ") || "false"}, false) as agree`,
  );
}

function subsets<Item>(items: readonly Item[], size: number): Item[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, index) => subsets(items.slice(index + 1), size - 1).map((rest) => [item, ...rest]));
}
