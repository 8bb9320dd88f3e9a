import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { AdjustedFit, ArmPass } from "@/lib/stats/adjusted-fit";
import type { ClusterWaves } from "@/lib/stats/did-cr1";
import type { Arms } from "@/lib/stats/estimate";
import { fullLeverageFrom, type Meat } from "@/lib/stats/hc2";
import { type Moments, noMoments } from "@/lib/stats/moments";
import type { EventCount } from "@/lib/stats/newcombe";

export type ByArm<Row> = Row & { arm: "treated" | "control" };

/** What each arm has; `none` where it has no row. */
export function arms<Row, Value>(rows: ByArm<Row>[], none: Value, read: (row: ByArm<Row>) => Value): Arms<Value> {
  const of = (arm: "treated" | "control") => {
    const row = rows.find((candidate) => candidate.arm === arm);
    return row ? read(row) : none;
  };
  return { treated: of("treated"), control: of("control") };
}

/** Count, mean and sample variance of an expression by arm; rows where it is null do not count. */
export async function momentsByArm(tx: Tx, rows: SQL, expression: SQL): Promise<Arms<Moments>> {
  const [moments] = await momentsOfEach(tx, rows, [expression]);
  return moments ?? { treated: noMoments, control: noMoments };
}

/** The same of several expressions, each over the rows where it is not null, in one pass. */
export async function momentsOfEach(tx: Tx, rows: SQL, expressions: readonly SQL[]): Promise<Arms<Moments>[]> {
  const name = (kind: string, index: number) => sql.raw(`${kind}${index}`);
  const values = expressions.map((expression, index) => sql`, (${expression})::float8 as ${name("x", index)}`);
  const moments = expressions.map((_, index) => {
    const x = name("x", index);
    return sql`, count(${x})::int as ${name("n", index)}, avg(${x}) as ${name("m", index)}, var_samp(${x}) as ${name("v", index)}`;
  });
  const found = await tx.execute<ByArm<Record<string, number | null>>>(sql`
    select arm${sql.join(moments)} from (select arm${sql.join(values)} from (${rows}) r) v group by arm`);
  return expressions.map((_, index) =>
    arms(found.rows, noMoments, (row) => ({
      n: row[`n${index}`] ?? 0,
      mean: row[`m${index}`] ?? 0,
      variance: row[`v${index}`] ?? 0,
    })),
  );
}

/** People and how many of them have 1, by arm; null unless every value is 0 or 1. */
export async function eventsByArm(tx: Tx, rows: SQL, column: string): Promise<Arms<EventCount> | null> {
  const value = sql.raw(column);
  const other = await tx.execute(sql`select from (${rows}) r where ${value} not in (0, 1) limit 1`);
  if (other.rows.length > 0) return null;
  const found = await tx.execute<ByArm<{ n: number; events: number }>>(sql`
    select arm, count(*)::int as n, count(*) filter (where ${value} = 1)::int as events
    from (${rows}) r group by arm`);
  if (found.rows.length === 0) return null;
  return arms(found.rows, { n: 0, events: 0 }, ({ n, events }) => ({ n, events }));
}

/** What each cluster holds before and after, by arm, in the order of cluster names. `rows` holds pre and post. */
export async function clusterWaves(tx: Tx, rows: SQL): Promise<ClusterWaves[]> {
  const found = await tx.execute<ByArm<{ cluster: string; n: number; before: number; after: number }>>(sql`
    select cluster, arm, count(*)::int as n, avg(pre) as before, avg(post) as after
    from (${rows}) r group by cluster, arm order by cluster collate "C", arm`);
  return found.rows.map(({ cluster, arm, n, before, after }) => ({
    cluster,
    arm,
    before: { n, mean: before },
    after: { n, mean: after },
  }));
}

/** The second pass of a regression-adjusted difference over the rows the first pass saw, outcome first. */
export async function meatOfFit(tx: Tx, rows: SQL, columns: readonly string[], fit: AdjustedFit): Promise<Meat> {
  const found = await tx.execute<{ squares: number | null; full: number }>(sql`
    select sum(score * score / (1 - leverage)) filter (where leverage < ${fullLeverageFrom}::float8) as squares,
      count(*) filter (where leverage >= ${fullLeverageFrom}::float8)::int as full
    from (
      (${passOver(rows, columns, "treated", fit.passes.treated)})
      union all
      (${passOver(rows, columns, "control", fit.passes.control)})
    ) pass`);
  return { squaredError: found.rows[0]?.squares ?? 0, fullLeverage: found.rows[0]?.full ?? 0 };
}

function passOver(rows: SQL, [outcome = "", ...covariates]: readonly string[], arm: string, pass: ArmPass): SQL {
  const number = (value: number | undefined) => sql`${value ?? 0}::float8`;
  const gap = (index: number) => sql.raw(`d${index}`);
  const gaps = covariates.map(
    (column, index) => sql`, ${sql.raw(column)} - ${number(pass.centre[index])} as ${gap(index)}`,
  );
  const linear = (weights: readonly number[]) =>
    sql.join(covariates.map((_, index) => sql` + ${number(weights[index])} * ${gap(index)}`));
  const squares = covariates.flatMap((_, row) =>
    covariates.slice(0, row + 1).map((__, column) => {
      const weight = (pass.leverage[row]?.[column] ?? 0) * (row === column ? 1 : 2);
      return sql` + ${number(weight)} * ${gap(row)} * ${gap(column)}`;
    }),
  );
  // "offset 0" keeps what is used several times above it from being computed as often.
  return sql`
    select (${number(pass.sign / pass.n)}${linear(pass.influence)}) * (residual0 - (0::float8${linear(pass.slopes)})) as score,
      ${number(1 / pass.n)}${sql.join(squares)} as leverage
    from (select ${sql.raw(outcome)} - ${number(pass.outcomeCentre)} as residual0${sql.join(gaps)}
      from (${rows}) r where arm = ${arm} offset 0) centred offset 0`;
}
