import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Panel } from "./panel-sql";

/**
 * Fills `evaluation_cluster_periods` from `evaluation_history`: arm, cluster, day (of the period), n, mean and squares (the sum of squared
 * deviations from that mean) of the people's values. Where people count as independent, an arm is one cluster.
 */
export async function createClusterPeriods(tx: Tx, { clustered }: Pick<Panel, "clustered">): Promise<void> {
  const cluster = clustered ? sql`h.cluster` : sql`''`;
  await tx.execute(sql`drop table if exists pg_temp.evaluation_cluster_periods`);
  // Clusters are numbered first, because grouping millions of values by two texts takes half as long again as by a number.
  await tx.execute(sql`
    create temporary table evaluation_cluster_periods on commit drop as
    with clusters as materialized (
      select row_number() over ()::int as id, arm, cluster
      from (select distinct h.arm, ${cluster} as cluster from evaluation_history h where h.arm is not null) each
    ), sums as (
      select id, day, count(*)::int as n, avg(x) as mean, coalesce(var_samp(x), 0) * (count(*) - 1) as squares
      from (
        select c.id, unnest(h.days) as day, unnest(h.x) as x
        from evaluation_history h join clusters c on c.arm = h.arm and c.cluster = ${cluster}
      ) v
      where x is not null
      group by id, day
    )
    select arm, cluster, day, n, mean, squares from sums join clusters using (id)`);
}
