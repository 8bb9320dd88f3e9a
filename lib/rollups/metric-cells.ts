import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { grains, nobody } from "@/db/schema/rollups";
import { summable } from "@/lib/metrics/dictionary";
import { kpiMeasures } from "@/lib/metrics/measures";
import type { Metric } from "@/lib/metrics/metric";
import { type Period, periodOf, periodsBetween } from "@/lib/metrics/period";
import { personPeriods } from "@/lib/metrics/person-periods";
import type { Span } from "./span";

/** Periods computed in one statement: bounds its memory. */
const periodsAtOnce = 6;

const remembering = summable.filter((metric) => metric.remembers);

/**
 * Recomputes the cells of every period that the changed months can influence: the periods they lie in, and for metrics that look
 * back (skills, certificates, newcomers) every later one.
 */
export async function refreshCells(
  tx: Tx,
  orgId: string,
  span: Span | null,
  changed: readonly string[],
): Promise<void> {
  if (!span) {
    await tx.execute(sql`delete from metric_cells where org_id = ${orgId}`);
    return;
  }
  // What this transaction has just written has no statistics yet: the planner expects a handful of rows and would loop for minutes.
  await tx.execute(sql`set local enable_nestloop = off`);
  const earliest = changed.toSorted()[0] ?? span.last;
  for (const grain of grains) {
    const first = periodOf(span.first, grain).start;
    await tx.execute(sql`
      delete from metric_cells
      where org_id = ${orgId} and grain = ${grain} and not (period_start between ${first} and ${span.last})`);

    const hit = new Set(changed.map((month) => periodOf(month, grain).start));
    const all = periodsBetween(span.first, span.last, grain);
    const inside = all.filter((period) => hit.has(period.start));
    const later = all.filter((period) => period.start > earliest && !hit.has(period.start));
    for (const some of chunks(inside)) await replaceCells(tx, orgId, some, summable, true);
    for (const some of chunks(later)) await replaceCells(tx, orgId, some, remembering, false);
  }
  await tx.execute(sql`set local enable_nestloop to default`);
}

async function replaceCells(tx: Tx, orgId: string, periods: Period[], metrics: readonly Metric[], withKpis: boolean) {
  const grain = periods[0]?.grain;
  const starts = sql`period_start = any(${sql.param(periods.map((period) => period.start))}::date[])`;
  const which = withKpis ? sql`true` : sql`metric = any(${sql.param(metrics.map((metric) => metric.id))}::text[])`;
  const cells = sql`org_id = ${orgId} and grain = ${grain} and ${starts} and ${which}`;

  await tx.execute(sql`delete from metric_cells where ${cells}`);
  await tx.execute(sql`
    with ${personPeriods(orgId, periods, metrics)}, ${wideCells(metrics)}
    insert into metric_cells (org_id, grain, period_start, level, metric, unit_id, role_id, site_id,
      people, numerator, denominator, numerator_m2, denominator_m2, cross_m2)
    select ${orgId}::uuid, ${grain}::text, starts, 0, metric, coalesce(unit_id, ${nobody}::uuid), coalesce(role_id, ${nobody}::uuid),
      coalesce(site_id, ${nobody}::uuid), people, numerator, denominator, numerator_m2, denominator_m2, cross_m2
    from (
      ${longCells(metrics)}
      ${withKpis ? sql`union all ${kpiCells(orgId)}` : sql``}
    ) of_all
    order by 3, 5, 6, 7, 8
  `);
  await addLevel(tx, cells, 1, sql`unit_id`);
  await addLevel(tx, cells, 2, sql`${nobody}::uuid`);
}

/**
 * CTE `wide`: one row per unit, role and site, with count, sums and second moments of every metric side by side. Four times as fast
 * as a row per person and metric, because all `regr_` aggregates of a metric share one state.
 */
function wideCells(metrics: readonly Metric[]) {
  const values = metrics.map(({ numerator, denominator }, index) =>
    sql.raw(`coalesce((${numerator.sql})::float8, 0) as n${index},
      case when (${denominator.sql}) > 0 then (${denominator.sql})::float8 end as d${index}`),
  );
  const sums = metrics.map((_, index) => {
    const [n, d] = [`n${index}`, `d${index}`];
    return sql.raw(`count(${d})::int as c${index}, sum(${n}) filter (where ${d} is not null) as s${index}, sum(${d}) as t${index},
      regr_syy(${n}, ${d}) as yy${index}, regr_sxx(${n}, ${d}) as xx${index}, regr_sxy(${n}, ${d}) as xy${index}`);
  });
  return sql`
    wide as materialized (
      select starts, unit_id, role_id, site_id, ${sql.join(sums, sql`, `)}
      from (select starts, unit_id, role_id, site_id, ${sql.join(values, sql`, `)} from p) valued
      group by starts, unit_id, role_id, site_id
    )`;
}

function longCells(metrics: readonly Metric[]) {
  const rows = metrics.map(({ id }, index) =>
    sql.raw(`('${id}', ${["c", "s", "t", "yy", "xx", "xy"].map((name) => `${name}${index}`).join(", ")})`),
  );
  return sql`
    select starts, unit_id, role_id, site_id, v.*
    from wide cross join lateral (values ${sql.join(rows, sql`, `)})
      v (metric, people, numerator, denominator, numerator_m2, denominator_m2, cross_m2)
    where v.people > 0`;
}

function kpiCells(orgId: string) {
  return sql`
    select starts, unit_id, role_id, site_id, metric, count(*)::int, sum(num), sum(den), regr_syy(num, den), regr_sxx(num, den),
      regr_sxy(num, den)
    from (${kpiMeasures(orgId)}) of_kpis group by starts, unit_id, role_id, site_id, metric`;
}

/** Cells of the next level up, added up from the finest by Chan, Golub and LeVeque (1979): exact, without sums of squares. */
async function addLevel(tx: Tx, cells: ReturnType<typeof sql>, level: number, unit: ReturnType<typeof sql>) {
  await tx.execute(sql`
    with parts as (
      select *, ${unit} as into_unit, numerator / people as x, denominator / people as y from metric_cells
      where level = 0 and ${cells}
    ),
    gaps as (
      select *, x - sum(numerator) over whole / sum(people) over whole as dx,
        y - sum(denominator) over whole / sum(people) over whole as dy
      from parts window whole as (partition by period_start, metric, into_unit)
    )
    insert into metric_cells (org_id, grain, period_start, level, metric, unit_id, role_id, site_id,
      people, numerator, denominator, numerator_m2, denominator_m2, cross_m2)
    select org_id, grain, period_start, ${level}::int, metric, into_unit, ${nobody}::uuid, ${nobody}::uuid,
      sum(people), sum(numerator), sum(denominator), sum(numerator_m2 + people * dx * dx),
      sum(denominator_m2 + people * dy * dy), sum(cross_m2 + people * dx * dy)
    from gaps group by org_id, grain, period_start, metric, into_unit
    order by period_start, metric, into_unit
  `);
}

function chunks<Item>(list: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(list.length / periodsAtOnce) }, (_, index) =>
    list.slice(index * periodsAtOnce, (index + 1) * periodsAtOnce),
  );
}
