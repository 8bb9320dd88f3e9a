import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Sums } from "@/lib/scorecard/sums";
import type { JointMoments } from "@/lib/stats/joint-moments";
import type { Moments } from "@/lib/stats/moments";

/** Of one group and period: sums over people, and the moments of each person's own value. */
export type GroupMoments = Sums & { perPerson: Moments; skewness: number | null };

type LevelRow = Sums & { g: number; starts: string; mean: number; variance: number | null; skewness: number | null };

/** Level by group and period from `compared_values`; the figure of a person is what they count for, divided. */
export async function readLevels(tx: Tx): Promise<Map<string, GroupMoments>> {
  const { rows } = await tx.execute<LevelRow>(sql`
    with summed as materialized (
      select g, starts, count(*)::int as people, sum(num) as numerator, sum(den) as denominator,
        regr_syy(num, den) as "numeratorM2", regr_sxx(num, den) as "denominatorM2", regr_sxy(num, den) as "crossM2",
        avg(num / den) as mean, var_samp(num / den) as variance, var_pop(num / den) as spread
      from compared_values where den > 0 group by g, starts
    ), leaning as materialized (
      select g, starts, avg((num / den - mean) ^ 3) as third
      from compared_values join summed using (g, starts) where den > 0 group by g, starts
    )
    select g, starts::text as starts, people, numerator, denominator, "numeratorM2", "denominatorM2", "crossM2", mean, variance,
      case when spread > 0 then third / power(spread, 1.5) end as skewness
    from summed join leaning using (g, starts)`);
  return new Map(
    rows.map(({ g, starts, mean, variance, skewness, ...sums }) => [
      momentsKey(g, starts),
      { ...sums, perPerson: { n: sums.people, mean, variance: variance ?? 0 }, skewness },
    ]),
  );
}

export const momentsKey = (group: number, starts: string): string => `${group} ${starts}`;

/** Of one group: people with a value in both periods. */
export type ChangeMoments = { joint: JointMoments; perPerson: Moments; skewness: number | null };

type ChangeRow = Record<(typeof cells)[number][0], number | null> & {
  g: number;
  n: number;
  mean: number;
  variance: number | null;
  skewness: number | null;
};

const names = ["n1", "d1", "n0", "d0"] as const;
const cells = names.flatMap((row, at) => names.slice(at).map((column) => [`${row}_${column}`, row, column] as const));

/** Joint moments of (numerator, denominator) now and then, by group, of the people of `compared_values` seen in both. */
export async function readChanges(tx: Tx, now: string, then: string): Promise<Map<number, ChangeMoments>> {
  const covariances = cells.map(([name, row, column]) => sql.raw(`covar_samp(${row}, ${column}) as ${name}`));
  const { rows } = await tx.execute<ChangeRow & Record<(typeof names)[number], number>>(sql`
    with both_times as materialized (${seenTwice(now, then)}), middles as materialized (
      select g, avg(n1 / d1 - n0 / d0) as middle from both_times group by g
    ), one as (
      select *, n1 / d1 - n0 / d0 as x from both_times join middles using (g)
    )
    select g, count(*)::int as n, ${sql.join(
      names.map((name) => sql.raw(`avg(${name}) as ${name}`)),
      sql`, `,
    )},
      ${sql.join(covariances, sql`, `)}, avg(x) as mean, var_samp(x) as variance,
      case when var_pop(x) > 0 then avg((x - middle) ^ 3) / power(var_pop(x), 1.5) end as skewness
    from one group by g`);
  return new Map(
    rows.map((row) => {
      const cell = (one: string, other: string) => {
        const found = cells.find(([, a, b]) => (a === one && b === other) || (a === other && b === one));
        return found ? (row[found[0]] ?? 0) : 0;
      };
      const joint = {
        n: row.n,
        means: names.map((name) => row[name]),
        covariance: names.map((one) => names.map((other) => cell(one, other))),
      };
      return [
        row.g,
        { joint, perPerson: { n: row.n, mean: row.mean, variance: row.variance ?? 0 }, skewness: row.skewness },
      ];
    }),
  );
}

function seenTwice(now: string, then: string): SQL {
  return sql`
    select l.g, l.person_id, l.num as n1, l.den as d1, e.num as n0, e.den as d0
    from compared_values l join compared_values e using (person_id)
    where l.starts = ${now}::date and e.starts = ${then}::date and l.den > 0 and e.den > 0`;
}

/** Each person's own value (or change) by group: for ranks. */
export async function readPersonValues(tx: Tx, now: string, then: string | null): Promise<Map<number, number[]>> {
  const from = then
    ? sql`select g, n1 / d1 - n0 / d0 as x from (${seenTwice(now, then)}) twice`
    : sql`select g, num / den as x from compared_values where starts = ${now}::date and den > 0`;
  const { rows } = await tx.execute<{ g: number; values: number[] }>(
    sql`select g, array_agg(x order by x) as values from (${from}) valued group by g`,
  );
  return new Map(rows.map((row) => [row.g, row.values]));
}
