import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { isSmallGroup } from "@/lib/access/privacy";
import type { Metric } from "@/lib/metrics/metric";
import type { Period } from "@/lib/metrics/period";
import { figureOf, type SummedKind, type Sums } from "@/lib/scorecard/sums";
import { medianInterval } from "@/lib/stats/median-interval";
import type { TrendPoint } from "./comparison";
import { momentsKey } from "./read-moments";
import { valuesOf } from "./values-sql";

type Question = {
  orgId: string;
  metric: Metric;
  months: readonly Period[];
  groups: readonly number[];
  minimum: number;
  /** Months of a group that would give a few people away: "<group> <first day>". */
  hidden: ReadonlySet<string>;
};

/** The figure of each group by month, of the people it has in the period compared; null where it is withheld or nobody has it. */
export async function readTrend(tx: Tx, question: Question): Promise<Map<number, TrendPoint[]>> {
  const { orgId, metric, months, groups, minimum, hidden } = question;
  if (months.length === 0 || groups.length === 0) return new Map();
  await tx.execute(sql`set local enable_nestloop = off`);
  const levels = metric.kind === "median" ? null : await readMonthlySums(tx, valuesOf(orgId, metric, months));
  const medians = metric.kind === "median" ? await readMonthlyValues(tx, valuesOf(orgId, metric, months)) : null;
  await tx.execute(sql`set local enable_nestloop to default`);
  const pointOf = (group: number, { start }: Period): TrendPoint => {
    const key = momentsKey(group, start);
    if (hidden.has(key)) return null;
    const values = medians?.get(key);
    const moments = levels?.get(key);
    const people = values?.length ?? moments?.people ?? 0;
    if (people === 0 || isSmallGroup(people, minimum)) return null;
    const figure = values ? medianInterval(values) : moments && figureOf(metric.kind as SummedKind, moments);
    if (!figure || figure.value === null) return null;
    // The ends of the interval of a median are two people's own values.
    const tells = figure.kind === "figure" && (!values || people >= 20);
    return { value: figure.value, interval: tells ? figure.interval : null, people };
  };
  return new Map(groups.map((group) => [group, months.map((month) => pointOf(group, month))]));
}

async function readMonthlySums(tx: Tx, values: SQL): Promise<Map<string, Sums>> {
  const { rows } = await tx.execute<Sums & { g: number; starts: string }>(sql`
    select g, starts::text as starts, count(*)::int as people, sum(num) as numerator, sum(den) as denominator,
      regr_syy(num, den) as "numeratorM2", regr_sxx(num, den) as "denominatorM2", regr_sxy(num, den) as "crossM2"
    from (${values}) valued where den > 0 group by 1, 2`);
  return new Map(rows.map(({ g, starts, ...sums }) => [momentsKey(g, starts), sums]));
}

async function readMonthlyValues(tx: Tx, values: SQL): Promise<Map<string, number[]>> {
  const { rows } = await tx.execute<{ g: number; starts: string; values: number[] }>(sql`
    select g, starts::text as starts, array_agg(num / den) as values from (${values}) valued group by 1, 2`);
  return new Map(rows.map(({ g, starts, values: found }) => [momentsKey(g, starts), found]));
}
