import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Panel } from "./panel-sql";

/** Arrays up to this length stand in a row of their own, so that a value of one is read by its position. */
const longest = 200;

/**
 * Fills `evaluation_cluster_periods` from `evaluation_history`: arm, cluster, day (of the period), n, mean and squares (the sum of squared
 * deviations from that mean) of the people's values. Where people count as independent, an arm is one cluster.
 *
 * People who share the usual days are summed by position, which is a quarter of the work; the others, value by value. The two are put
 * together by their common mean.
 */
export async function createClusterPeriods(tx: Tx, { clustered }: Pick<Panel, "clustered">): Promise<void> {
  const usual = await readUsualDays(tx);
  const cluster = clustered ? sql`h.cluster` : sql`''::text`;
  const days = sql`${sql.param(usual)}::date[]`;
  await tx.execute(sql`drop table if exists pg_temp.evaluation_cluster_periods`);
  await tx.execute(sql`
    create temporary table evaluation_cluster_periods on commit drop as
    with parts as (
      select arm, cluster, day, n, mean, squares
      from (
        select h.arm, ${cluster} as cluster, ${byPosition(usual)} from evaluation_history h
        where h.arm is not null and h.days = ${days} group by 1, 2
      ) sums, unnest(${days}, counts, means, sums_of_squares) each (day, n, mean, squares)
      where n > 0
      union all
      select arm, cluster, day, count(*) as n, avg(x) as mean, coalesce(var_samp(x), 0) * (count(*) - 1) as squares
      from (
        select h.arm, ${cluster} as cluster, unnest(h.days) as day, unnest(h.x) as x from evaluation_history h
        where h.arm is not null and h.days <> ${days}
      ) v
      where x is not null group by 1, 2, 3
    ), centred as (
      select *, sum(n * mean) over same / sum(n) over same as centre from parts window same as (partition by arm, cluster, day)
    )
    select arm, cluster, day, sum(n)::int as n, centre as mean, sum(squares + n * (mean - centre) * (mean - centre)) as squares
    from centred group by arm, cluster, day, centre`);
}

/** The days most people have values of, judged by the first thousand; none where they are too many. */
async function readUsualDays(tx: Tx): Promise<string[]> {
  const { rows } = await tx.execute<{ days: string[] }>(sql`
    select days::text[] as days
    from (select days from evaluation_history where days is not null and arm is not null order by n limit 1000) first
    group by days having cardinality(days) <= ${longest} order by count(*) desc, days limit 1`);
  return rows[0]?.days ?? [];
}

/** Counts, means and sums of squares of the values at each position. */
function byPosition(days: readonly string[]): SQL {
  const ofEach = (aggregate: (x: SQL) => SQL) => {
    const each = days.map((_, at) => aggregate(sql.raw(`h.x[${at + 1}]`)));
    return sql`array[${sql.join(each, sql`, `)}]`;
  };
  const squares = (x: SQL) => sql`coalesce(var_samp(${x}), 0) * (count(${x}) - 1)`;
  return sql`${ofEach((x) => sql`count(${x})`)}::bigint[] as counts, ${ofEach((x) => sql`avg(${x})`)}::float8[] as means,
    ${ofEach(squares)}::float8[] as sums_of_squares`;
}
