import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Moments } from "@/lib/stats/moments";
import { armMean } from "./means-sql";
import { kpiValuesOf } from "./panel-sql";
import type { Plan, PlanKpi } from "./plan";
import type { ArmMean, Means, SeriesPoint } from "./result";
import type { Windows } from "./windows";

const names = { day: "YYYY-MM-DD", week: 'IYYY-"W"IW', month: "YYYY-MM", quarter: 'YYYY-"Q"Q', year: "YYYY" };

/**
 * Both arms over time: the mean of the people's values of each period with its interval, and where the treated would stand
 * had they changed from the baseline on as the control people did.
 */
export async function readSeries(
  tx: Tx,
  plan: Plan,
  kpi: PlanKpi,
  windows: Windows,
  means: Means,
): Promise<SeriesPoint[]> {
  const { values } = await kpiValuesOf(tx, kpi);
  const { rows } = await tx.execute<Moments & { arm: "treated" | "control"; period: string; ends: string }>(sql`
    select arm, to_char(starts, ${names[plan.period]}) as period, ends::text,
      count(*)::int as n, avg(x) as mean, coalesce(var_samp(x), 0) as variance
    from (
      select m.arm, date_trunc(${plan.period}, v.ends_on::timestamp) as starts,
        (date_trunc(${plan.period}, v.ends_on::timestamp) + ${`1 ${plan.period}`.replace("1 quarter", "3 months")}::interval - interval '1 day')::date as ends,
        coalesce(sum(v.numerator order by v.ends_on) filter (where v.denominator is not null) / nullif(sum(v.denominator order by v.ends_on) filter (where v.numerator is not null), 0),
          avg(v.value order by v.ends_on) filter (where v.numerator is null or v.denominator is null)) as x
      from (${values}) v join evaluation_members m on m.person_id = v.person_id
      where m.arm is not null
      group by m.ord, m.arm, 2, 3
      order by m.ord
    ) people
    where x is not null
    group by arm, starts, ends order by starts, arm`);

  const points = new Map<string, SeriesPoint>();
  for (const { arm, period, ends, ...moments } of rows) {
    const point = points.get(period) ?? { period, ends, treated: null, control: null, counterfactual: null };
    point[arm] = armMean(moments, plan.confidence);
    points.set(period, point);
  }
  const begin = windows.baseline?.to ?? windows.firstExposure ?? windows.followUp?.from ?? null;
  return [...points.values()].map((point) => ({
    ...point,
    counterfactual: begin !== null && point.ends > begin ? expected(point.control, means) : null,
  }));
}

function expected(control: ArmMean | null, means: Means): number | null {
  const before = { treated: means.treated.baseline.mean, control: means.control.baseline.mean };
  if (control?.mean == null || before.treated === null || before.control === null) return null;
  return before.treated + (control.mean - before.control);
}
