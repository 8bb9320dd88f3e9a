import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Span } from "@/lib/access/group-rule";
import type { Sums } from "@/lib/scorecard/sums";
import type { JointMoments } from "@/lib/stats/joint-moments";

/** Ratings of a behaviour by month, by others and of oneself: (person_id, behaviour_id, month, self, level). */
function ratings(orgId: string, { start, end }: Span): SQL {
  const from = (levels: string, n: string, self: boolean) => sql`
    select person_id, behaviour_id, month, ${sql.raw(String(self))} as self, ${sql.identifier(levels)} / ${sql.identifier(n)} as level
    from behaviour_months
    where org_id = ${orgId} and month >= ${start}::date and month < ${end}::date and ${sql.identifier(n)} > 0
      and person_id in (select person_id from compared_people)`;
  return sql`${from("level_sum", "ratings", false)} union all ${from("self_level_sum", "self_ratings", true)}`;
}

/**
 * Fills the temporary table `growth_values` for this transaction: (person_id, skill_id, self, gains, quarters, level, k), a row per
 * person of `compared_people` and skill rated in two months or more of the window, by others or by themselves. `gains` is the last level
 * less the first and `quarters` the time between, added up over the behaviours of the skill; `level` where they started. `k` is how they
 * learned that skill from the first rating on and before the last: 0 in the flow (at a destination too, or not), 1 at a destination
 * only, 2 not at all; null where all they used has no known delivery.
 */
export async function createGrowth(tx: Tx, orgId: string, window: Span): Promise<void> {
  await tx.execute(sql`drop table if exists pg_temp.growth_spans, pg_temp.growth_values`);
  await tx.execute(sql`
    create temporary table growth_spans on commit drop as
    with steps as (
      select person_id, behaviour_id, self, min(month) as first, max(month) as last, (array_agg(level order by month))[1] as level,
        (array_agg(level order by month desc))[1] - (array_agg(level order by month))[1] as gain
      from (${ratings(orgId, window)}) rated
      group by 1, 2, 3 having max(month) > min(month)
    )
    select s.person_id, b.skill_id, s.self, sum(s.gain)::float8 as gains, avg(s.level)::float8 as level,
      sum((12 * (extract(year from s.last) - extract(year from s.first)) + extract(month from s.last) - extract(month from s.first)) / 3)::float8 as quarters,
      min(s.first) as first, max(s.last) as last
    from steps s join behaviours b on b.org_id = ${orgId} and b.id = s.behaviour_id
    group by 1, 2, 3`);
  await tx.execute(sql`analyze growth_spans`);
  await tx.execute(sql`
    create temporary table growth_values on commit drop as
    with offered as materialized (
      select a.id, a.delivery, coalesce(a.skill_id, b.skill_id) as skill_id
      from activities a left join behaviours b on b.org_id = ${orgId} and b.id = a.behaviour_id
      where a.org_id = ${orgId} and coalesce(a.skill_id, b.skill_id) is not null
    ), used as (
      select s.person_id, s.skill_id, s.self, bool_or(a.delivery = 'in_flow') as flow, bool_or(a.delivery = 'destination') as apart
      from learning_events e
      join offered a on a.id = e.activity_id
      join growth_spans s on s.person_id = e.person_id and s.skill_id = a.skill_id
        and e.occurred_at >= s.first::timestamp at time zone 'UTC' and e.occurred_at < s.last::timestamp at time zone 'UTC'
      where e.org_id = ${orgId} and e.verb not in ('nudged', 'assigned')
        and e.occurred_at >= ${window.start}::timestamp at time zone 'UTC' and e.occurred_at < ${window.end}::timestamp at time zone 'UTC'
      group by 1, 2, 3
    )
    select s.person_id, s.skill_id, s.self, s.gains, s.quarters, s.level,
      case when u.person_id is null then 2 when u.flow then 0 when u.apart then 1 end as k
    from growth_spans s left join used u using (person_id, skill_id, self)`);
  await tx.execute(sql`analyze growth_values`);
}

export type GrowthSums = Sums & { k: number; skill: string | null; self: boolean };

/** Sums over people by how they learned and by source of ratings: of all skills together (`skill` null), and skill by skill by others. */
export async function readGrowthSums(tx: Tx, orgId: string): Promise<GrowthSums[]> {
  const summed = sql`
    count(*)::int as people, sum(gains) as numerator, sum(quarters) as denominator, regr_syy(gains, quarters) as "numeratorM2",
    regr_sxx(gains, quarters) as "denominatorM2", regr_sxy(gains, quarters) as "crossM2"`;
  const { rows } = await tx.execute<GrowthSums>(sql`
    select k, null::text as skill, self, ${summed}
    from (
      select person_id, k, self, sum(gains) as gains, sum(quarters) as quarters from growth_values where k is not null group by 1, 2, 3
    ) whole
    group by k, self
    union all
    select k, s.name, false, ${summed}
    from growth_values v join skills s on s.org_id = ${orgId} and s.id = v.skill_id
    where not self and k is not null group by k, s.name
    order by 2 nulls first, 1`);
  return rows;
}

/**
 * Joint moments over people of (gains, quarters) of the skills they learned in the first way and in the second, nothing being zero:
 * somebody may learn one skill in the flow and another at a destination, and is then on both sides.
 */
export async function readWaysTogether(tx: Tx, one: number, other: number): Promise<JointMoments> {
  const names = ["n1", "d1", "n0", "d0"];
  const cells = names.flatMap((row, at) =>
    names.slice(at).map((column) => sql.raw(`covar_samp(${row}, ${column}) as "${row}${column}"`)),
  );
  const means = names.map((name) => sql.raw(`avg(${name}) as ${name}`));
  const sum = (column: "gains" | "quarters", k: number) =>
    sql`coalesce(sum(${sql.identifier(column)}) filter (where k = ${k}::int), 0)`;
  const { rows } = await tx.execute<Record<string, number | null>>(sql`
    select count(*)::int as n, ${sql.join([...means, ...cells], sql`, `)} from (
      select person_id, ${sum("gains", one)} as n1, ${sum("quarters", one)} as d1, ${sum("gains", other)} as n0, ${sum("quarters", other)} as d0
      from growth_values where not self and k in (${one}::int, ${other}::int) group by person_id
    ) people`);
  const found = rows[0] ?? {};
  const covariance = names.map((left) =>
    names.map((right) => found[`${left}${right}`] ?? found[`${right}${left}`] ?? 0),
  );
  return { n: found.n ?? 0, means: names.map((name) => found[name] ?? 0), covariance };
}

export type GrowthRow = {
  person: string;
  treated: number;
  y: number;
  tenure: number | null;
  baseline: number | null;
  role: string | null;
  everybody: number;
};

/** A row per person and skill learned in one of two ways, of each way at most half of `most`: levels a quarter, where they started, tenure, and the skill as `role`. */
export async function readGrowthRows(tx: Tx, { start }: Span, one: number, other: number, most: number) {
  const { rows } = await tx.execute<GrowthRow>(sql`
    with counted as materialized (
      select *, row_number() over (partition by k order by md5(person_id::text), skill_id) as place, (count(*) over ())::int as everybody
      from growth_values where not self and k in (${one}::int, ${other}::int) and quarters > 0
    )
    select v.person_id::text as person, (v.k = ${one}::int)::int as treated, v.gains / v.quarters as y,
      (greatest(0, ${start}::date - c.hire_date) / 365.25)::float8 as tenure, v.level as baseline, v.skill_id::text as role, v.everybody
    from counted v join compared_people c using (person_id)
    where v.place <= ${most / 2}::int order by v.person_id, v.skill_id`);
  return rows;
}
