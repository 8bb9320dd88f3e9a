import { type SQL, sql } from "drizzle-orm";
import { usualTarget } from "@/lib/evidence/levels";
import type { EvidenceRules } from "@/lib/evidence/rules";
import { mostHalfLives } from "@/lib/evidence/states/ageing";
import { tolerance } from "@/lib/evidence/states/agreement";
import { lowestSpread, seeing, widest, worthOf } from "@/lib/evidence/states/blend";
import { normalQuantile, tQuantiles } from "@/lib/evidence/states/t-quantile";
import { certifiedAndNeeded, learned, looks, type Within } from "./skill-facts-sql";

const number = (value: number) => sql.raw(`(${value})::float8`);
const sources = [...seeing, "self"] as const;

export const stateColumns =
  `person_id skill_id status level strength seen_on margin sources agree manager_level manager_ratings manager_on
  peer_level peer_ratings peer_on system_level system_ratings system_on self_level self_ratings self_on independent independent_known
  accurate accurate_known consistent consistent_known recalled_on recall_score simulated_on simulated_score certified_on held_since
  target_level critical half_life_days rules_version`
    .split(/\s+/)
    .join(", ");

/**
 * The states of skills as the facts have them, in `stateColumns`: what `skillState` says of one person and skill, for all at once. Of
 * those in `touched_skills` it takes what `gatherTouched` has gathered.
 */
export function skillStatesSql(orgId: string, version: number, rules: EvidenceRules, within: Within): SQL {
  const worth = sql.raw(
    `case source ${seeing.map((source) => `when '${source}' then (${worthOf(source, rules)})::float8`).join(" ")} else 0 end`,
  );
  const age = (since: string) =>
    sql.raw(`case when ${since} - day > ${mostHalfLives} * half_life then 0
    else power(0.5::float8, greatest(${since} - day, 0)::float8 / half_life) end`);
  return sql`
    with looks as materialized (${within === "touched" ? sql`select * from touched_looks` : looks(orgId, within)}),
    learned as materialized (${within === "touched" ? sql`select * from touched_learned` : learned(orgId, within)}),
    ${certifiedAndNeeded(orgId, within)},
    half_lives as materialized (
      select id as skill_id, coalesce(half_life_days, ${rules.halfLifeDays}::int) as half_life from skills where org_id = ${orgId}
    ),
    dated as (
      select l.*, h.half_life, ${worth} as worth,
        max(l.day) over (partition by l.person_id, l.skill_id, l.source) as source_on,
        max(l.day) filter (where ${worth} > 0) over (partition by l.person_id, l.skill_id) as seen_day
      from looks l join half_lives h using (skill_id)
    ),
    aged as (select *, ${age("seen_day")} as seen_age, ${age("source_on")} as own_age from dated),
    seen as (
      select person_id, skill_id, max(seen_day) as seen_on,
        sum(n * worth * seen_age) as strength, sum(worth * seen_age * total) as weighted,
        sum((n * worth * seen_age) ^ 2) as squares, sum(worth * seen_age * (total - 3 * n) ^ 2 / n) as around_3,
        count(*) filter (where worth * seen_age > 0) as looks,
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
      select person_id, skill_id, date_trunc('month', day)::date as month, sum(worth * total) / sum(worth * n) as level
      from dated where worth > 0 group by 1, 2, 3
    ),
    compared as (
      select m.person_id, m.skill_id, m.month, max(m.month) filter (
        where m.level < coalesce(a.target, ${number(usualTarget)}) - ${number(tolerance)}
      ) over (partition by m.person_id, m.skill_id) as below
      from measured m left join placed p using (person_id) left join asked a on a.role_id = p.role_id and a.skill_id = m.skill_id
    ),
    held as (
      select person_id, skill_id, min(month) as held_since, count(*) as held_months
      from compared where below is null or month > below group by 1, 2
    ),
    found as (
      select person_id, skill_id from seen union select person_id, skill_id from learned union select person_id, skill_id from certified
    ),
    gathered as (
      select f.person_id, f.skill_id, s.seen_on, s.weighted / nullif(s.strength, 0) as level, s.strength, s.squares,
        s.strength ^ 2 / nullif(s.squares, 0) as effective, s.looks, s.around_3,
        ${agreeing(rules)}, ${sql.raw(sources.flatMap((one) => [`s.${one}_level`, `s.${one}_ratings`, `s.${one}_on`]).join(", "))},
        s.independent, s.independent_known, s.accurate, s.accurate_known, s.consistent, s.consistent_known,
        l.recalled_on, l.recalled_score, l.simulated_on, l.simulated_score, c.certified_on, h.held_since, h.held_months,
        a.target, coalesce(a.critical, false) as critical, v.half_life
      from found f
      join half_lives v using (skill_id)
      left join seen s using (person_id, skill_id) left join learned l using (person_id, skill_id)
      left join certified c using (person_id, skill_id) left join held h using (person_id, skill_id)
      left join placed p using (person_id) left join asked a on a.role_id = p.role_id and a.skill_id = f.skill_id
    ),
    stated as (
      select *, ${number(widest)} as widest, case
          when seen_on is not null and agree and held_months >= ${rules.sustainedMonths}::int then 'sustained'
          when seen_on is not null and agree then 'validated'
          when seen_on is not null then 'applied'
          when simulated_on is not null then 'simulated'
          when recalled_on is not null or certified_on is not null then 'recalled'
          when self_ratings > 0 then 'self_rated' end as status,
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
    from stated where status is not null`;
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
  const speaks = (source: string) => `s.${source}_strength >= ${leastStrength} - ${tolerance}`;
  const groups = subsets(speaking, leastSources).map((group) => {
    const levels = group.map((source) => `s.${source}_level`).join(", ");
    return `(${group.map(speaks).join(" and ")} and greatest(${levels}) - least(${levels}) <= ${agreeWithin} + ${tolerance})`;
  });
  const count = speaking.map((source) => `coalesce((${speaks(source)})::int, 0)`).join(" + ") || "0";
  return sql.raw(
    `case when s.seen_on is null then 0 else ${count} end as sources, coalesce(${groups.join(" or ") || "false"}, false) as agree`,
  );
}

function subsets<Item>(items: readonly Item[], size: number): Item[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, index) => subsets(items.slice(index + 1), size - 1).map((rest) => [item, ...rest]));
}
