import { type SQL, sql } from "drizzle-orm";
import type { Design } from "@/lib/evaluation/design";
import type { Occasion } from "@/lib/evaluation/estimator";
import type { Plan } from "@/lib/evaluation/plan";
import { type Course, laggedWithinCorrelation } from "@/lib/stats/association/lagged-within-correlation";
import type { Alignment } from "./ladder";

/** Periods from the skill to the KPI; below zero the KPI comes first. */
const lags = [-2, -1, 0, 1, 2, 3] as const;

/** More people make the picture no clearer, only slower: beyond this a seeded sample is looked at. */
const mostPeople = 2000;

type Row = { cluster: string; seen: number[]; levels: number[]; periods: number[]; x: (number | null)[] };

/**
 * Lagged correlation, within people, of the skill others saw applied with the primary KPI (turned so that more is better). The skill of a
 * period is the mean of that period's ratings, each less the person's mean on that behaviour, so that an easier behaviour is not a better
 * month. Reads `evaluation_observed` and the `evaluation_history` of the primary KPI.
 */
export async function readAlignment({ tx, plan, kpi, panel }: Occasion, design: Design): Promise<Alignment> {
  if (design.outcome === "time") {
    return { kind: "not-estimable", reason: "A KPI that is the time until one event has no course to follow." };
  }
  const number = (day: SQL) => periodNumber(plan.period, day);
  const value = panel.log ? sql`ln(nullif(greatest(v, 0), 0))` : sql`v`;
  const { rows } = await tx.execute<Row & { everybody: number }>(sql`
    with everybody as (select distinct n from evaluation_observed where not own),
    chosen as (select n from everybody order by md5(n || ':' || ${plan.seed}::text) limit ${mostPeople}),
    rated as (
      select n, ${number(sql`day`)} as period, level - avg(level) over (partition by n, behaviour_id) as gap
      from evaluation_observed join chosen using (n) where not own
    ), signal as (
      select n, array_agg(period order by period) as seen, array_agg(gap order by period) as levels
      from (select n, period, avg(gap order by gap) as gap from rated group by n, period) each
      group by n having count(*) > 1
    )
    select h.cluster, c.seen, c.levels, (select count(*)::int from everybody) as everybody,
      (select array_agg(${number(sql`day`)} order by at) from unnest(h.days) with ordinality u (day, at)) as periods,
      (select array_agg(${value} order by at) from unnest(h.x) with ordinality u (v, at)) as x
    from signal c join evaluation_history h on h.n = c.n
    where h.days is not null order by h.n`);
  if (rows.length === 0) {
    return { kind: "not-estimable", reason: "Nobody was rated by others in two periods and has values of the KPI." };
  }
  const sign = kpi.direction === "up" ? 1 : -1;
  const people = rows.map(
    (row): Course => ({
      cluster: row.cluster,
      signal: courseOf(row.seen, row.levels, 1),
      outcome: courseOf(row.periods, row.x, sign),
    }),
  );
  const found = laggedWithinCorrelation(people, lags, plan.confidence);
  const [refusal] = found.lags;
  if (found.lead === null) {
    return {
      kind: "not-estimable",
      reason: `Too few people with ratings and values in matching ${plan.period}s (${refusal?.people ?? 0}).`,
    };
  }
  return { ...found, period: plan.period, sampled: (rows[0]?.everybody ?? 0) > mostPeople };
}

function courseOf(periods: readonly number[], values: readonly (number | null)[], sign: number): Map<number, number> {
  return new Map(
    periods.flatMap((period, at) => {
      const value = values[at] ?? null;
      return value === null ? [] : [[period, sign * value] as const];
    }),
  );
}

/** Counts periods, so that two that follow each other are one apart. */
function periodNumber(period: Plan["period"], day: SQL): SQL {
  const year = sql`extract(year from ${day})::int`;
  if (period === "year") return year;
  if (period === "quarter") return sql`(${year} * 4 + extract(quarter from ${day})::int)`;
  if (period === "month") return sql`(${year} * 12 + extract(month from ${day})::int)`;
  const days = sql`(${day} - date '1970-01-05')`;
  return period === "week" ? sql`floor(${days} / 7.0)::int` : days;
}
