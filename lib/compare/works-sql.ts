import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Span } from "@/lib/access/group-rule";
import type { Sums } from "@/lib/scorecard/sums";
import type { ToolKind } from "./input";
import { toolKey } from "./works";

/**
 * Fills the temporary tables `works_spans` (person_id, skill_id, gains, quarters, first, last: what others saw of a person's skill in the
 * first and the last month they rated it) and `works_used` (person_id, skill_id, item: what the person used for that skill from the first
 * of these months on and before the last) for this transaction, of the people in `compared_people`.
 */
export async function createWorks(tx: Tx, orgId: string, window: Span, by: ToolKind): Promise<void> {
  await tx.execute(sql`drop table if exists pg_temp.works_spans, pg_temp.works_used`);
  await tx.execute(sql`
    create temporary table works_spans on commit drop as
    with steps as (
      select person_id, behaviour_id, min(month) as first, max(month) as last,
        (array_agg(level_sum / ratings order by month desc))[1] - (array_agg(level_sum / ratings order by month))[1] as gain
      from behaviour_months
      where org_id = ${orgId} and month >= ${window.start}::date and month < ${window.end}::date and ratings > 0
        and person_id in (select person_id from compared_people)
      group by 1, 2 having max(month) > min(month)
    )
    select s.person_id, b.skill_id, sum(s.gain)::float8 as gains,
      sum((12 * (extract(year from s.last) - extract(year from s.first)) + extract(month from s.last) - extract(month from s.first)) / 3)::float8 as quarters,
      min(s.first) as first, max(s.last) as last
    from steps s join behaviours b on b.org_id = ${orgId} and b.id = s.behaviour_id
    group by 1, 2`);
  await tx.execute(sql`analyze works_spans`);
  await tx.execute(sql`
    create temporary table works_used on commit drop as
    with offered as materialized (
      select a.id, a.format, a.surface, coalesce(a.skill_id, b.skill_id) as skill_id
      from activities a left join behaviours b on b.org_id = ${orgId} and b.id = a.behaviour_id
      where a.org_id = ${orgId} and coalesce(a.skill_id, b.skill_id) is not null
    )
    select distinct s.person_id, s.skill_id, ${itemOf(by)} as item
    from learning_events e
    join offered a on a.id = e.activity_id
    join works_spans s on s.person_id = e.person_id and s.skill_id = a.skill_id
      and e.occurred_at >= s.first::timestamp at time zone 'UTC' and e.occurred_at < s.last::timestamp at time zone 'UTC'
    where e.org_id = ${orgId} and e.verb not in ('nudged', 'assigned')
      and e.occurred_at >= ${window.start}::timestamp at time zone 'UTC' and e.occurred_at < ${window.end}::timestamp at time zone 'UTC'
      and ${itemOf(by)} is not null`);
  await tx.execute(sql`analyze works_used`);
}

function itemOf(by: ToolKind): SQL {
  if (by === "activity") return sql`a.id::text`;
  return by === "format" ? sql`nullif(a.format, '')` : sql`nullif(coalesce(e.surface, a.surface), '')`;
}

export type ToolSums = {
  skillId: string;
  item: string;
  skill: string;
  name: string;
  used: boolean;
} & Sums;

/** Sums over the people rated in a skill, by whether they used an item of it. */
export async function readToolSums(tx: Tx, orgId: string, by: ToolKind): Promise<ToolSums[]> {
  const name =
    by === "activity"
      ? sql`(select coalesce(title, code) from activities where org_id = ${orgId} and id = items.item::uuid)`
      : sql`items.item`;
  const { rows } = await tx.execute<ToolSums>(sql`
    with items as materialized (select distinct skill_id, item from works_used),
    summed as (
      select items.skill_id, items.item, u.person_id is not null as used, count(*)::int as people, sum(s.gains) as numerator,
        sum(s.quarters) as denominator, regr_syy(s.gains, s.quarters) as "numeratorM2", regr_sxx(s.gains, s.quarters) as "denominatorM2",
        regr_sxy(s.gains, s.quarters) as "crossM2"
      from items
      join works_spans s on s.skill_id = items.skill_id
      left join works_used u on u.person_id = s.person_id and u.skill_id = s.skill_id and u.item = items.item
      group by 1, 2, 3
    )
    select summed.skill_id::text as "skillId", summed.item, k.name as skill, ${name} as name, used, people, numerator, denominator, "numeratorM2",
      "denominatorM2", "crossM2"
    from summed
    join items on items.skill_id = summed.skill_id and items.item = summed.item
    join skills k on k.org_id = ${orgId} and k.id = summed.skill_id
    order by k.name, 4`);
  return rows;
}

/** Items of one skill whose users differ by fewer people than the minimum, but not by nobody: taken from each other they show them. */
export async function readAlmostSame(tx: Tx, minimum: number): Promise<Set<string>> {
  const { rows } = await tx.execute<{ skillId: string; item: string }>(sql`
    with sizes as materialized (select skill_id, item, count(*)::int as n from works_used group by 1, 2),
    close as materialized (
      select one.skill_id, one.item, other.item as beside, one.n + other.n as summed
      from sizes one join sizes other on other.skill_id = one.skill_id and other.item <> one.item
        and (one.n, one.item) < (other.n, other.item) and other.n - one.n < ${minimum}::int
    ),
    shared as (
      select c.skill_id, c.item, c.beside, c.summed, count(w.person_id)::int as n
      from close c
      left join works_used u on u.skill_id = c.skill_id and u.item = c.item
      left join works_used w on w.skill_id = c.skill_id and w.item = c.beside and w.person_id = u.person_id
      group by 1, 2, 3, 4
    )
    select distinct skill_id::text as "skillId", item from shared where summed - 2 * n between 1 and ${minimum - 1}::int`);
  return new Set(rows.map(({ skillId, item }) => toolKey(skillId, item)));
}

/** People with a skill rated twice, and activities used in the window that name no skill. */
export async function countWorks(tx: Tx, orgId: string): Promise<{ people: number; unnamed: number }> {
  const { rows } = await tx.execute<{ people: number; unnamed: number }>(sql`
    select (select count(distinct person_id) from works_spans)::int as people,
      (select count(*) from activities where org_id = ${orgId} and skill_id is null and behaviour_id is null)::int as unnamed`);
  return rows[0] ?? { people: 0, unnamed: 0 };
}
