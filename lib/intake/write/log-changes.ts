import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Merge } from "@/lib/intake/merge";
import { columnsOf, type LoggedTable } from "./logged-tables";

const keyObject = (table: LoggedTable, row: string) =>
  sql.raw(
    `jsonb_build_object(${columnsOf(table)
      .key.map((name) => `'${name}', ${row}."${name}"`)
      .join(", ")})`,
  );

/** Keeps rows as they are now, before this batch changes them. `rows`: a `from` clause with the table as `t`. Returns how many. */
export async function logBefore(
  merge: Merge,
  table: LoggedTable,
  rows: SQL,
  extra = sql`'{}'::jsonb`,
): Promise<number> {
  const { rowCount } = await merge.tx.execute(sql`
    insert into import_changes (id, org_id, batch_id, table_name, key, before)
    select ${nextId(merge)} + row_number() over (), ${merge.orgId}, ${merge.batchId}, ${table}, ${keyObject(table, "t")}, to_jsonb(t) || ${extra}
    ${rows}
    on conflict (org_id, batch_id, table_name, key) do nothing`);
  return rowCount ?? 0;
}

/** Runs an `insert ... returning *` and notes that the rows were not there before. Returns how many there are. */
export async function insertLogged(merge: Merge, table: LoggedTable, insert: SQL): Promise<number> {
  const { rowCount } = await merge.tx.execute(sql`
    with added as (${insert} returning *)
    insert into import_changes (id, org_id, batch_id, table_name, key, before)
    select ${nextId(merge)} + row_number() over (), ${merge.orgId}, ${merge.batchId}, ${table}, ${keyObject(table, "added")}, null from added
    on conflict (org_id, batch_id, table_name, key) do nothing`);
  return rowCount ?? 0;
}

const nextId = ({ orgId, batchId }: Merge) =>
  sql`(select coalesce(max(id), 0) from import_changes where org_id = ${orgId} and batch_id = ${batchId})`;
