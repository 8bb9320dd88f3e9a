import "server-only";
import { sql } from "drizzle-orm";
import type { Viewer } from "@/lib/access/viewer";
import { addMonths } from "@/lib/metrics/period";
import { withoutLoops } from "@/lib/rollups/without-loops";
import { keepRecent } from "@/lib/scorecard/keep-recent";
import { query } from "@/lib/server/tenant-access";
import { jointMomentsSql } from "./joint-moments-sql";
import { type KpiNow, kpiNow } from "./kpi-now";
import { keptFor, openWork } from "./read-figures";
import { withinBounds } from "./within-bounds";
import { workMonths } from "./work-period";

/** A KPI and the role of whose people it is asked. */
export type AskedKpi = { kpiId: string; roleId: string };

export const kpiKey = ({ kpiId, roleId }: AskedKpi) => `${kpiId} ${roleId}`;

const kept = keepRecent<Record<string, KpiNow>>(30);

/**
 * KPIs of the people of a role over the months of /work and the six before, by `kpiKey`; people count by the role they had in the month. Means are
 * of each person's values, ratios and rates sums over sums. Kept as `readFigures`.
 */
export async function readKpisNow(viewer: Viewer, asked: readonly AskedKpi[]): Promise<Record<string, KpiNow>> {
  if (asked.length === 0) return {};
  const once = [...new Map(asked.map((one) => [kpiKey(one), one])).values()];
  return keptFor(kept, viewer, once.map(kpiKey), () => compute(viewer, once));
}

type Row = AskedKpi & { n: number; now: number; before: number; means: number[]; covariance: number[][] };

const compute = query("work.read", async (tx, asked: readonly AskedKpi[], viewer) => {
  const none = Object.fromEntries(asked.map((one): [string, KpiNow] => [kpiKey(one), { kind: "none" }]));
  const { bounds, minimum, period } = await openWork(tx, viewer);
  if (!bounds || !period) return none;
  const { orgId } = viewer;
  const pairs = sql.join(
    asked.map(({ kpiId, roleId }) => sql`(${kpiId}::uuid, ${roleId}::uuid)`),
    sql`, `,
  );
  const kpiIds = [...new Set(asked.map(({ kpiId }) => kpiId))];
  const statement = sql`
    with asked (kpi_id, role_id) as (values ${pairs}),
    told as materialized (
      select v.kpi_id, m.role_id, v.person_id, v.ends_on >= ${period.start}::date as is_now, v.value, v.numerator, v.denominator,
        coalesce(v.denominator > 0, false) and (k.kind in ('ratio', 'rate') or v.value is null) as as_ratio
      from kpi_values v
      join kpis k on k.org_id = ${orgId} and k.id = v.kpi_id
      join person_months m on m.org_id = ${orgId} and m.person_id = v.person_id and m.month = date_trunc('month', v.ends_on)::date
      join asked a on a.kpi_id = v.kpi_id and a.role_id = m.role_id
      where v.org_id = ${orgId} and v.kpi_id = any(${sql.param(kpiIds)}::uuid[]) and v.ends_on >= ${addMonths(period.start, -workMonths)}::date
        and v.ends_on < ${period.end}::date and ${withinBounds(orgId, bounds)}
    ),
    sides as (
      select kpi_id, role_id, person_id, is_now,
        case when bool_or(as_ratio) then sum(numerator) filter (where as_ratio) else avg(value) end as a,
        case when bool_or(as_ratio) then sum(denominator) filter (where as_ratio) when avg(value) is not null then 1 end as b
      from told group by 1, 2, 3, 4
    ),
    per as (
      select kpi_id, role_id, person_id, coalesce(sum(a) filter (where is_now), 0)::float8 as a1, coalesce(sum(b) filter (where is_now), 0)::float8 as b1,
        coalesce(sum(a) filter (where not is_now), 0)::float8 as a0, coalesce(sum(b) filter (where not is_now), 0)::float8 as b0
      from sides where a is not null and b is not null group by 1, 2, 3
    )
    select kpi_id as "kpiId", role_id as "roleId", count(*)::int as n, count(*) filter (where b1 > 0)::int as now,
      count(*) filter (where b0 > 0)::int as before, ${jointMomentsSql(["a1", "b1", "a0", "b0"])}
    from per group by 1, 2`;
  const { rows } = await withoutLoops(tx, true, () => tx.execute<Row>(statement));
  const found = rows.map(({ n, now, before, means, covariance, ...of }): [string, KpiNow] => [
    kpiKey(of),
    kpiNow({ n, means, covariance }, { now, before }, minimum),
  ]);
  return { ...none, ...Object.fromEntries(found) };
});
