import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { grains, nobody } from "@/db/schema/rollups";
import { kpiMeasures } from "@/lib/metrics/measures";
import type { Metric } from "@/lib/metrics/metric";
import { type Period, periodOf, periodsBetween } from "@/lib/metrics/period";
import { type Population, personPeriods } from "@/lib/metrics/person-periods";
import { type Changes, cellsDue, type Due } from "./cells-due";
import type { Span } from "./span";
import type { TouchedUnits } from "./touched-units";
import { withoutLoops } from "./without-loops";

/** Periods computed in one statement: bounds its memory. */
const periodsAtOnce = 6;

type Refresh = {
  span: Span | null;
  /** Whether months were dropped, whose cells then stand outside the span. */
  hasShrunk: boolean;
  changes: Changes;
  /** Null for all. */
  units: TouchedUnits | null;
};

/** Recomputes every cell that the changes can influence, of some units only where these are given, and drops those outside the span. */
export async function refreshCells(tx: Tx, orgId: string, refresh: Refresh): Promise<void> {
  const { span, hasShrunk, changes, units } = refresh;
  if (!span) {
    await tx.execute(sql`delete from metric_cells where org_id = ${orgId}`);
    return;
  }
  for (const grain of grains) {
    const first = periodOf(span.first, grain).start;
    if (hasShrunk) {
      await tx.execute(sql`
        delete from metric_cells
        where org_id = ${orgId} and grain = ${grain} and not (period_start between ${first} and ${span.last})`);
    }
    for (const { due, periods } of cellsDue(periodsBetween(span.first, span.last, grain), changes)) {
      for (const some of chunks(periods)) {
        await withoutLoops(tx, units === null || units.people > 200, () => replaceCells(tx, orgId, some, due, units));
      }
    }
  }
}

async function replaceCells(tx: Tx, orgId: string, periods: Period[], due: Due, units: TouchedUnits | null) {
  const { metrics, withKpis } = due;
  const grain = periods[0]?.grain;
  const starts = sql`period_start = any(${sql.param(periods.map((period) => period.start))}::date[])`;
  const own = sql`metric = any(${sql.param(metrics.map((metric) => metric.id))}::text[])`;
  const which = withKpis ? sql`(${own} or metric like 'kpi:%')` : own;
  const cells = sql`org_id = ${orgId} and grain = ${grain} and ${starts} and ${which}`;
  const inUnits = units ? sql`unit_id = any(${sql.param(units.ids)}::uuid[])` : sql`true`;
  const parts = [...(metrics.length > 0 ? [longCells(metrics)] : []), ...(withKpis ? [kpiCells(orgId)] : [])];

  await tx.execute(sql`delete from metric_cells where ${cells} and (${inUnits} or level = 2)`);
  await tx.execute(sql`
    with ${personPeriods(orgId, periods, metrics, populationOf(orgId, units))}
      ${metrics.length > 0 ? wideCells(metrics) : sql``}
    insert into metric_cells (org_id, grain, period_start, level, metric, unit_id, role_id, site_id,
      people, numerator, denominator, numerator_m2, denominator_m2, cross_m2)
    select ${orgId}::uuid, ${grain}::text, starts, 0, metric, coalesce(unit_id, ${nobody}::uuid),
      coalesce(role_id, ${nobody}::uuid), coalesce(site_id, ${nobody}::uuid), people, numerator, denominator, numerator_m2,
      denominator_m2, cross_m2
    from (${sql.join(parts, sql` union all `)}) of_all
    order by 3, 5, 6, 7, 8
  `);
  await addLevel(tx, sql`${cells} and ${inUnits}`, 1, sql`unit_id`);
  await addLevel(tx, cells, 2, sql`${nobody}::uuid`);
}

/** Whoever ever worked in the units, cut to those who stand in them in the period. */
function populationOf(orgId: string, units: TouchedUnits | null): Population {
  if (!units) return {};
  const ids = sql.param(units.ids);
  return {
    person: sql`m.person_id in (select person_id from employments where org_id = ${orgId} and unit_id = any(${ids}::uuid[]))`,
    place: sql`place.unit_id = any(${ids}::uuid[])`,
  };
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
  return sql`,
    valued as materialized (select starts, unit_id, role_id, site_id, ${sql.join(values, sql`, `)} from p),
    wide as materialized (
      select starts, unit_id, role_id, site_id, ${sql.join(sums, sql`, `)}
      from valued
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
    select starts, unit_id, role_id, site_id, metric, count(*)::int as people, sum(num) as numerator, sum(den) as denominator,
      regr_syy(num, den) as numerator_m2, regr_sxx(num, den) as denominator_m2, regr_sxy(num, den) as cross_m2
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
