import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Panel } from "./panel-sql";
import type { Plan } from "./plan";
import type { Reason } from "./reasons";
import { inWindow, type Windows } from "./windows";

/** The treated over time: one mean per period from the start of the baseline to the end of follow-up, of those with a value in each. */
export type ExposedSeries = {
  means: number[];
  /** Position of the first exposed period. */
  start: number;
  people: number;
};

type Found = {
  means: number[] | null;
  start: number;
  starts: number;
  people: number;
  periods: number;
  spanned: number;
};

/**
 * Reads it from `evaluation_history`, in the logarithms the plan asks for; teams count once where they are the unit. Who carries no date
 * began with the follow-up. Refuses several periods of exposure, and a period without any value.
 */
export async function readExposedSeries(
  tx: Tx,
  plan: Plan,
  { panel, windows }: { panel: Panel; windows: Windows },
): Promise<ExposedSeries | { reason: Reason }> {
  const within = { from: windows.baseline?.from ?? null, to: windows.followUp?.to ?? null };
  const step = plan.period === "quarter" ? "3 months" : `1 ${plan.period}`;
  const period = sql`date_trunc(${plan.period}, day::timestamp)`;
  const value = panel.log ? sql`ln(nullif(greatest(x, 0), 0))` : sql`x`;
  const unit = panel.unit === "team" ? sql`cluster` : sql`n`;
  const { rows } = await tx.execute<Found>(sql`
    with cells as materialized (
      select n, cluster, ${period} as period, ${value} as x
      from (select h.n, h.cluster, unnest(h.days) as day, unnest(h.x) as x from evaluation_history h where h.arm = 'treated') v
      where ${inWindow(sql`day`, within)}
    ), periods as (
      select distinct period from cells where x is not null
    ), complete as (
      select n from cells where x is not null group by n having count(*) = (select count(*) from periods)
    ), units as (
      select ${unit} as unit, period, avg(x) as x from cells where n in (select n from complete) group by 1, 2
    ), series as (
      select period, avg(x order by unit) as mean from units group by period
    ), starts as (
      select distinct date_trunc(${plan.period}, coalesce(m.exposure, ${windows.followUp?.from ?? null}::date)::timestamp) as start
      from evaluation_members m where m.n in (select n from complete)
    )
    select (select array_agg(mean order by period) from series) as means,
      (select count(*)::int from periods where period < (select min(start) from starts)) as start,
      (select count(*)::int from starts) as starts, (select count(*)::int from complete) as people,
      (select count(*)::int from periods) as periods,
      (select count(*)::int from (select generate_series(min(period), max(period), ${step}::interval) from periods) each) as spanned`);
  const found = rows[0];
  if (!found?.means || found.people === 0) return { reason: "too-few-periods" };
  if (found.starts > 1) return { reason: "several-starts" };
  if (found.spanned !== found.periods) return { reason: "gap-in-series" };
  return { means: found.means, start: found.start, people: found.people };
}
