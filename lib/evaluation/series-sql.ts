import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Moments } from "@/lib/stats/moments";
import { armMean } from "./arm-mean";
import { createClusterPeriods } from "./cluster-periods-sql";
import type { Panel } from "./panel-sql";
import { periodPattern } from "./period-pattern";
import type { Plan } from "./plan";
import type { ArmMean, Means, SeriesPoint } from "./result";
import type { Windows } from "./windows";

/**
 * Both arms over time: the mean of the people's values of each period with its interval, and where the treated would stand
 * had they changed from the baseline on as the control people did.
 */
export async function readSeries(
  tx: Tx,
  plan: Plan,
  { panel, windows, means }: { panel: Panel; windows: Windows; means: Means },
): Promise<SeriesPoint[]> {
  await createClusterPeriods(tx, panel);
  const step = plan.period === "quarter" ? "3 months" : `1 ${plan.period}`;
  const { rows } = await tx.execute<Moments & { arm: "treated" | "control"; period: string; ends: string }>(sql`
    with arms as (
      select arm, day, sum(n)::int as n, sum(n * mean order by cluster collate "C") / sum(n) as mean
      from evaluation_cluster_periods group by arm, day
    ), spread as (
      select arm, day, sum(c.squares + c.n * (c.mean - a.mean) * (c.mean - a.mean) order by c.cluster collate "C") as squares
      from evaluation_cluster_periods c join arms a using (arm, day) group by arm, day
    )
    select arm, to_char(starts, ${periodPattern[plan.period]}) as period, (starts + ${step}::interval - interval '1 day')::date::text as ends,
      n, mean, squares / greatest(n - 1, 1) as variance
    from arms join spread using (arm, day), lateral (select date_trunc(${plan.period}, day::timestamp) as starts) period
    order by starts, arm`);

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
