import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Counts, Merge } from "@/lib/intake/merge";
import { insertLogged, logBefore } from "./log-changes";
import type { LoggedTable } from "./logged-tables";

type Spec = {
  table: LoggedTable;
  /** A temp table with the columns of `key`, `values` and `onInsert`, one row per key. */
  source: string;
  key: string[];
  /** Key columns that may be null, where null equals null. */
  nullableKey?: string[];
  values: string[];
  /** Written with new rows only; existing rows keep theirs. */
  onInsert?: string[];
  /** Facts carry the batch that last wrote them, which is also how their addition is undone: nothing is logged per new row. */
  isFact?: boolean;
};

/**
 * Brings a table into line with a temp table by natural key, set by set: what differs is replaced and its former state kept for
 * undo, what is new is added, the rest is left alone. Null counts as a value.
 */
export async function mergeRows(merge: Merge, spec: Spec): Promise<Counts> {
  const { tx, orgId } = merge;
  const { table, key, nullableKey = [], values, onInsert = [], isFact = false } = spec;
  const target = sql.identifier(table);
  const source = sql.identifier(spec.source);
  const same = sql.join(
    [
      sql`t.org_id = ${orgId}`,
      ...key.map((name) => sql`t.${sql.identifier(name)} = s.${sql.identifier(name)}`),
      ...nullableKey.map((name) => sql`t.${sql.identifier(name)} is not distinct from s.${sql.identifier(name)}`),
    ],
    sql` and `,
  );
  const corrected = values.length === 0 ? 0 : await correct();
  const total = await tx.execute<{ n: number }>(sql`select count(*)::int as n from ${source}`);
  const added = await add();
  return { added, corrected, unchanged: (total.rows[0]?.n ?? 0) - added - corrected };

  async function correct(): Promise<number> {
    const differs = sql`${list(values, "t")} is distinct from ${list(values, "s")}`;
    const changed = await logBefore(merge, table, sql`from ${target} t join ${source} s on ${same} where ${differs}`);
    if (changed === 0) return 0;
    const sets = values.map((name) => sql`${sql.identifier(name)} = s.${sql.identifier(name)}`);
    if (isFact) sets.push(sql`batch_id = ${merge.batchId}`);
    await tx.execute(
      sql`update ${target} t set ${sql.join(sets, sql`, `)} from ${source} s where ${same} and ${differs}`,
    );
    return changed;
  }

  async function add(): Promise<number> {
    const columns = [...key, ...nullableKey, ...values, ...onInsert];
    const names = [sql`org_id`, ...columns.map((name) => sql.identifier(name)), ...(isFact ? [sql`batch_id`] : [])];
    const cells = [
      sql`${orgId}::uuid`,
      ...columns.map((name) => sql`s.${sql.identifier(name)}`),
      ...(isFact ? [sql`${merge.batchId}::uuid`] : []),
    ];
    const insert: SQL = sql`
      insert into ${target} (${sql.join(names, sql`, `)}) select ${sql.join(cells, sql`, `)} from ${source} s
      where not exists (select from ${target} t where ${same})`;
    if (!isFact) return insertLogged(merge, table, insert);
    return (await tx.execute(insert)).rowCount ?? 0;
  }
}

function list(names: string[], row: string): SQL {
  const cells = names.map((name) => sql`${sql.identifier(row)}.${sql.identifier(name)}`);
  return sql`row(${sql.join(cells, sql`, `)})`;
}
