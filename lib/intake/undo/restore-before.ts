import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { columnsOf, type LoggedTable, loggedTables } from "@/lib/intake/write/logged-tables";

/** Puts back what the batch replaced or removed, row by row as it was. */
export async function restoreBefore(tx: Tx, orgId: string, batchId: string): Promise<void> {
  for (const table of loggedTables) await restoreTable(tx, table, orgId, batchId);
}

async function restoreTable(tx: Tx, table: LoggedTable, orgId: string, batchId: string): Promise<void> {
  const { all, key } = columnsOf(table);
  const rows = sql.identifier(table);
  const { rowCount } = await tx.execute(sql`
    create temp table before_rows on commit drop as
    select r.* from import_changes c, jsonb_populate_record(null::${rows}, c.before) r
    where c.org_id = ${orgId} and c.batch_id = ${batchId} and c.table_name = ${table} and c.before is not null`);
  if (rowCount) {
    const names = (of: string[], row: string) => sql.raw(of.map((name) => `${row}"${name}"`).join(", "));
    const same = sql.raw(["org_id", ...key].map((name) => `t."${name}" = b."${name}"`).join(" and "));
    const rest = all.filter((name) => name !== "org_id" && !key.includes(name));
    const sets = sql.raw(rest.map((name) => `"${name}" = b."${name}"`).join(", "));
    if (rest.length > 0) await tx.execute(sql`update ${rows} t set ${sets} from before_rows b where ${same}`);
    await tx.execute(sql`
      insert into ${rows} (${names(all, "")}) select ${names(all, "b.")} from before_rows b
      where not exists (select from ${rows} t where ${same})`);
  }
  await tx.execute(sql`drop table before_rows`);
}
