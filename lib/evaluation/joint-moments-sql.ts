import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Arms } from "@/lib/stats/estimate";
import type { JointMoments } from "@/lib/stats/joint-moments";
import type { ClusterArm } from "@/lib/stats/linear/adjusted-cr2";
import { type Moments, noMoments } from "@/lib/stats/moments";
import { arms, type ByArm } from "./moments-sql";

/** Joint moments, and those of the first column minus the second (of nobody where there is no second). */
export type PairedMoments = JointMoments & { change: Moments };

type Row = { n: number } & Record<string, number | null>;

/** Joint moments by arm of columns that `rows` holds complete, the outcome first. */
export async function jointMomentsByArm(tx: Tx, rows: SQL, columns: readonly string[]): Promise<Arms<PairedMoments>> {
  const [outcome = "", before] = columns;
  const gap = sql.raw(`${outcome} - ${before}`);
  const change = before ? sql`, avg(${gap}) as change_mean, var_samp(${gap}) as change_variance` : sql``;
  const found = await tx.execute<ByArm<Row>>(sql`
    select arm, ${jointAggregates(columns)}${change} from (${rows}) r group by arm`);
  const none: Row = { n: 0 } as Row;
  return arms(found.rows, { ...jointOf(none, columns.length), change: noMoments }, (row) => ({
    ...jointOf(row, columns.length),
    change: before ? { n: row.n, mean: row.change_mean ?? 0, variance: row.change_variance ?? 0 } : noMoments,
  }));
}

/** The same by cluster and arm, in the order of cluster names. */
export async function jointMomentsByCluster(tx: Tx, rows: SQL, columns: readonly string[]): Promise<ClusterArm[]> {
  const found = await tx.execute<ByArm<{ cluster: string } & Row>>(sql`
    select cluster, arm, ${jointAggregates(columns)}
    from (${rows}) r group by cluster, arm order by cluster collate "C", arm`);
  return found.rows.map((row) => ({ cluster: row.cluster, arm: row.arm, ...jointOf(row, columns.length) }));
}

function jointAggregates(columns: readonly string[]): SQL {
  const name = (index: number) => sql.raw(columns[index] ?? "");
  const means = columns.map((_, index) => sql`, avg(${name(index)}) as ${sql.raw(`m${index}`)}`);
  const products = columns.flatMap((_, row) =>
    columns.slice(0, row + 1).map(
      // A variance shares its pass with the mean, where a covariance of a column with itself would take one of its own.
      (__, column) =>
        sql`, ${row === column ? sql`var_samp(${name(row)})` : sql`covar_samp(${name(row)}, ${name(column)})`} as ${sql.raw(`c${row}_${column}`)}`,
    ),
  );
  return sql`count(*)::int as n${sql.join([...means, ...products])}`;
}

function jointOf(row: Row, size: number): JointMoments {
  const indices = Array.from({ length: size }, (_, index) => index);
  const cell = (first: number, second: number) => row[`c${Math.max(first, second)}_${Math.min(first, second)}`] ?? 0;
  return {
    n: row.n,
    means: indices.map((index) => row[`m${index}`] ?? 0),
    covariance: indices.map((first) => indices.map((second) => cell(first, second))),
  };
}
