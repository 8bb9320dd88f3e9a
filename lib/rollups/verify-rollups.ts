import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { grains } from "@/db/schema/rollups";
import { summable } from "@/lib/metrics/dictionary";
import { measures } from "@/lib/metrics/measures";
import { periodsBetween } from "@/lib/metrics/period";
import { personPeriods } from "@/lib/metrics/person-periods";
import type { Difference } from "./difference";
import { expectedCycleTimes, storedCycleTimes } from "./expected-cycle-times";
import { expectedPersonMonths, storedPersonMonths } from "./expected-person-months";
import { differingStates } from "./expected-skill-states";
import { orphanedFacts } from "./orphaned-facts";

const mostShown = 50;

/**
 * Recomputes every rollup of an organisation from the facts, by plain statements that share nothing with the upkeep but the metric
 * definitions, and returns what differs (at most 50 rows a table), with facts that point to nothing. Sums are
 * compared to six decimals, cells to 1e-9 of their size.
 */
export async function verifyRollups(tx: Tx, orgId: string): Promise<Difference[]> {
  // The planner knows nothing of what this transaction may just have written, and would loop for minutes.
  await tx.execute(sql`set local enable_nestloop = off`);
  const found = [
    ...(await compare(tx, "person_months", storedPersonMonths(orgId), expectedPersonMonths(orgId))),
    ...(await compare(tx, "behaviour_months", storedBehaviourMonths(orgId), expectedBehaviourMonths(orgId))),
    ...(await compare(tx, "certifications", storedCertifications(orgId), expectedCertifications(orgId))),
    ...(await compare(tx, "cycle_times", storedCycleTimes(orgId), expectedCycleTimes(orgId))),
    ...(await differingStates(tx, orgId)),
    ...(await differingCells(tx, orgId)),
    ...(await orphans(tx, orgId)),
  ];
  await tx.execute(sql`set local enable_nestloop to default`);
  return found;
}

async function orphans(tx: Tx, orgId: string): Promise<Difference[]> {
  const { rows } = await tx.execute<Omit<Difference, "side">>(orphanedFacts(orgId));
  return rows.map((row) => ({ ...row, side: "stored" }));
}

async function compare(tx: Tx, table: string, stored: SQL, expected: SQL): Promise<Difference[]> {
  const { rows } = await tx.execute<{ side: "stored" | "missing"; row: Record<string, unknown> }>(sql`
    with stored as materialized (${stored}), expected as materialized (${expected})
    (select 'stored' as side, to_jsonb(d) as row from (select * from stored except all select * from expected) d limit ${mostShown})
    union all
    (select 'missing', to_jsonb(d) from (select * from expected except all select * from stored) d limit ${mostShown})`);
  return rows.map((row) => ({ table, ...row }));
}

const storedBehaviourMonths = (orgId: string) => sql`
  select month, person_id, behaviour_id, ratings::bigint, round(level_sum::numeric, 6), self_ratings::bigint,
    round(self_level_sum::numeric, 6), independent_known::bigint, independent::bigint, accurate_known::bigint, accurate::bigint,
    sound::bigint
  from behaviour_months where org_id = ${orgId}`;

const expectedBehaviourMonths = (orgId: string) => sql`
  select date_trunc('month', observed_at at time zone 'UTC')::date as month, person_id, behaviour_id,
    sum((source <> 'self')::int) as ratings,
    round(sum(case when source <> 'self' then level else 0 end)::numeric, 6) as level_sum,
    sum((source = 'self')::int) as self_ratings,
    round(sum(case when source = 'self' then level else 0 end)::numeric, 6) as self_level_sum,
    sum((source <> 'self' and independent is not null)::int) as independent_known,
    sum((source <> 'self' and independent is true)::int) as independent,
    sum((source <> 'self' and accurate is not null)::int) as accurate_known,
    sum((source <> 'self' and accurate is true)::int) as accurate,
    sum((source <> 'self' and independent is true and accurate is true)::int) as sound
  from observations where org_id = ${orgId} and struck_at is null group by 1, 2, 3`;

const storedCertifications = (orgId: string) => sql`
  select person_id, skill_id, certified_on from certifications where org_id = ${orgId}`;

const expectedCertifications = (orgId: string) => sql`
  select distinct on (e.person_id, s.id) e.person_id, s.id as skill_id, (e.occurred_at at time zone 'UTC')::date as certified_on
  from learning_events e, activities a, skills s
  where e.org_id = ${orgId} and a.org_id = ${orgId} and s.org_id = ${orgId} and a.id = e.activity_id
    and s.id = coalesce(a.skill_id, (select b.skill_id from behaviours b where b.org_id = ${orgId} and b.id = a.behaviour_id))
    and (e.verb = 'certified' or (e.verb = 'passed' and lower(a.format) like '%certification%'))
  order by e.person_id, s.id, e.occurred_at`;

/** Cells against direct aggregates over people at every level, without adding cells up. */
async function differingCells(tx: Tx, orgId: string): Promise<Difference[]> {
  const { rows: bounds } = await tx.execute<{ first: string | null; last: string | null }>(sql`
    select min(month)::text as first, max(month)::text as last from person_months where org_id = ${orgId}`);
  const { first, last } = bounds[0] ?? {};
  const found: Difference[] = [];
  for (const grain of grains) {
    const periods = first && last ? periodsBetween(first, last, grain) : [];
    if (periods.length === 0) continue;
    const { rows } = await tx.execute<{ side: "stored" | "missing"; row: Record<string, unknown> }>(sql`
      with ${personPeriods(orgId, periods, summable)}, ${measures(orgId, summable, true)},
      expected as (
        select case when grouping(role_id) = 0 then 0 when grouping(unit_id) = 0 then 1 else 2 end as level,
          starts as period_start, metric, ${orNobody("unit_id")}, ${orNobody("role_id")}, ${orNobody("site_id")}, count(*) as people,
          sum(num) as numerator, sum(den) as denominator, coalesce(var_pop(num), 0) * count(*) as numerator_m2,
          coalesce(var_pop(den), 0) * count(*) as denominator_m2, coalesce(covar_pop(num, den), 0) * count(*) as cross_m2
        from measures
        group by grouping sets ((starts, metric, unit_id, role_id, site_id), (starts, metric, unit_id), (starts, metric))
      ),
      stored as (select * from metric_cells where org_id = ${orgId} and grain = ${grain})
      select case when e.metric is null then 'stored' else 'missing' end as side,
        jsonb_build_object('expected', to_jsonb(e), 'stored', to_jsonb(s)) as row
      from expected e full join stored s using (level, period_start, metric, unit_id, role_id, site_id)
      where e.people is distinct from s.people or ${[
        "numerator",
        "denominator",
        "numerator_m2",
        "denominator_m2",
        "cross_m2",
      ]
        .map((name) => sql`not coalesce(${isClose(name)}, false)`)
        .reduce((all, one) => sql`${all} or ${one}`)}
      limit ${mostShown}`);
    found.push(...rows.map((row) => ({ table: `metric_cells (${grain})`, ...row })));
  }
  return found;
}

const orNobody = (name: string) =>
  sql`coalesce(${sql.identifier(name)}, '00000000-0000-0000-0000-000000000000') as ${sql.identifier(name)}`;

/** Second moments are as exact as their size against the squared mean allows, so they are measured against both. */
const isClose = (name: string) => {
  const column = sql.identifier(name);
  return sql`abs(e.${column} - s.${column}) <= 1e-9 * (1 + abs(e.${column}) + e.numerator * e.numerator / e.people
    + e.denominator * e.denominator / e.people)`;
};
