import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { nobody } from "@/db/schema/rollups";
import type { Scope } from "@/lib/access/scope";
import { cellsOf, fineCellsOf, populationOf } from "@/lib/access/scope-population";
import { metricById, summable } from "@/lib/metrics/dictionary";
import { measures } from "@/lib/metrics/measures";
import type { Period } from "@/lib/metrics/period";
import { personPeriods } from "@/lib/metrics/person-periods";
import type { Sums } from "./sums";

/**
 * How to divide a scope: by a place, units gathered under the heads of `into` (unit id -> head id), or by cohort (groups named
 * `<initiative id>:<arm>`), of one initiative where it is named. Somebody may stand in several cohorts. By engagement: `engaged`
 * are those who learned on at least one day a month in the period before, so that what is compared comes after; the rest `others`.
 */
export type Division =
  | { by: "unit" | "role" | "site"; into?: ReadonlyMap<string, string> }
  | { by: "cohort"; initiativeId?: string }
  | { by: "engagement" };

/** Days with learning in the period before, per month of it, from which somebody counts as engaged. */
const engagedDays = { month: 1, quarter: 3, year: 12 };

export type SummedRow = Sums & { start: string; metric: string; group: string };

type Question = {
  orgId: string;
  scope: Scope;
  /** Everybody in the bounds of `scope` but its own people, who are then the rest. */
  restOf?: Scope;
  periods: readonly Period[];
  /** All metrics where absent. KPIs are `kpi:<id>`. */
  metrics?: readonly string[];
  division?: Division;
};

/**
 * Sums per metric, period and group for a scope: from metric_cells where its people fill whole cells, else by the same definitions
 * from person_months. Periods must be of one grain. Metrics without anybody in them have no row.
 */
export async function readSums(tx: Tx, question: Question): Promise<SummedRow[]> {
  if (question.periods.length === 0) return [];
  const cells = cellSource(question);
  if (cells) return (await tx.execute<SummedRow>(cells)).rows;
  return readSumsOfPeople(tx, question);
}

/** As `readSums`, always from person_months: for scopes that do not fill cells, and to prove that cells say the same. */
export async function readSumsOfPeople(tx: Tx, question: Question): Promise<SummedRow[]> {
  // The planner does not know the size of a CTE and would loop over large ones; for a few people loops are the fastest.
  if (!(await isFewPeople(tx, question))) await tx.execute(sql`set local enable_nestloop = off`);
  const { rows } = await tx.execute<SummedRow>(peopleSource(question));
  await tx.execute(sql`set local enable_nestloop to default`);
  return rows;
}

const fewPeople = 300;

async function isFewPeople(tx: Tx, { orgId, scope }: Question): Promise<boolean> {
  const { person } = populationOf(orgId, scope);
  if (!person) return false;
  const { rows } = await tx.execute<{ people: number }>(sql`
    select count(*)::int as people from (
      select from people p cross join lateral (select p.id as person_id) m
      where p.org_id = ${orgId} and ${person} limit ${fewPeople + 1}
    ) found`);
  return (rows[0]?.people ?? 0) <= fewPeople;
}

const summed = sql`
  sum(people)::int as people, sum(numerator) as numerator, sum(denominator) as denominator,
  sum(numerator_m2 + people * dx * dx) as "numeratorM2", sum(denominator_m2 + people * dy * dy) as "denominatorM2",
  sum(cross_m2 + people * dx * dy) as "crossM2"`;

/** Cells added up by Chan, Golub and LeVeque (1979). */
function cellSource({ orgId, scope, restOf, periods, metrics, division }: Question): SQL | null {
  if (division?.by === "cohort" || division?.by === "engagement") return null;
  const taken = restOf ? fineCellsOf(restOf) : null;
  const where = division || restOf ? fineCellsOf(scope) : cellsOf(scope);
  if (where === null || (restOf && taken === null)) return null;
  const fine = division || restOf ? sql`level = 0 and` : sql``;
  const without = taken ? sql`and not ${taken}` : sql``;
  const starts = sql.param(periods.map((period) => period.start));
  const which = metrics ? sql`and metric = any(${sql.param(metrics)}::text[])` : sql``;
  return sql`
    with parts as (
      select period_start, metric, ${groupOf(division)} as part_of, people, numerator, denominator, numerator_m2,
        denominator_m2, cross_m2, numerator / people as x, denominator / people as y
      from metric_cells
      where org_id = ${orgId} and grain = ${periods[0]?.grain} and period_start = any(${starts}::date[]) ${which}
        and ${fine} ${where} ${without}
    ),
    gaps as (
      select *, x - sum(numerator) over whole / sum(people) over whole as dx,
        y - sum(denominator) over whole / sum(people) over whole as dy
      from parts window whole as (partition by period_start, metric, part_of)
    )
    select period_start::text as start, metric, part_of as "group", ${summed}
    from gaps group by period_start, metric, part_of`;
}

function peopleSource({ orgId, scope, restOf, periods, metrics, division }: Question): SQL {
  const population = populationOf(orgId, scope);
  if (restOf) population.outside = populationOf(orgId, restOf);
  const own = metrics
    ? metrics.flatMap((id) => metricById(id) ?? []).filter((metric) => metric.kind !== "median")
    : summable;
  const withKpis = metrics ? metrics.some((id) => id.startsWith("kpi:")) : true;
  const which = metrics ? sql`where metric = any(${sql.param(metrics)}::text[])` : sql``;
  return sql`
    with ${personPeriods(orgId, periods, own, population)}, ${measures(orgId, own, withKpis)}
      ${division?.by === "engagement" ? engaged(orgId, periods) : sql``}
    select measures.starts::text as start, metric, ${groupOf(division)} as "group", count(*)::int as people,
      sum(num) as numerator, sum(den) as denominator, regr_syy(num, den) as "numeratorM2", regr_sxx(num, den) as "denominatorM2",
      regr_sxy(num, den) as "crossM2"
    from measures ${cohortsOf(orgId, division)} ${which} group by 1, 2, 3`;
}

function engaged(orgId: string, periods: readonly Period[]): SQL {
  const days = sql.raw(String(engagedDays[periods[0]?.grain ?? "quarter"]));
  return sql`, engaged as (
    select q.starts, m.person_id from months q join person_months m on m.org_id = ${orgId} and m.month = q.month
    where q.is_before group by q.starts, m.person_id having sum(bit_count(m.day_mask::bit(32))) >= ${days}
  )`;
}

function cohortsOf(orgId: string, division: Division | undefined): SQL {
  if (division?.by === "engagement") {
    return sql`left join engaged on engaged.starts = measures.starts and engaged.person_id = measures.person_id`;
  }
  if (division?.by !== "cohort") return sql``;
  const only = division.initiativeId ? sql`and a.initiative_id = ${division.initiativeId}` : sql``;
  return sql`join arm_members a on a.org_id = ${orgId} and a.person_id = measures.person_id ${only}`;
}

function groupOf(division: Division | undefined): SQL {
  if (!division) return sql`''`;
  if (division.by === "cohort") return sql`a.initiative_id || ':' || a.arm`;
  if (division.by === "engagement") return sql`case when engaged.person_id is null then 'others' else 'engaged' end`;
  const column = sql.identifier(`${division.by}_id`);
  if (!division.into) return sql`coalesce(${column}, ${nobody}::uuid)::text`;
  const units = sql.param([...division.into.keys()]);
  const heads = sql.param([...division.into.values()]);
  return sql`coalesce((${heads}::text[])[array_position(${units}::uuid[], ${column})], ${nobody}::text)`;
}
