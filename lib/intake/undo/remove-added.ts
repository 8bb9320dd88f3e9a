import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { columnsOf, type LoggedTable, loggedTables } from "@/lib/intake/write/logged-tables";
import { rebuildEmployments } from "@/lib/people/rebuild-employments";
import { labelUses } from "./label-uses";

/** Removes the rows the batch was the first to write, those that point to others first. */
export async function removeAdded(tx: Tx, orgId: string, batchId: string): Promise<void> {
  for (const table of loggedTables.toReversed()) {
    if (table === "people") await rebuildEmployments(tx, orgId, sql`select person_id from touched where month is null`);
    while ((await removeFrom(tx, table, orgId, batchId)) > 0 && table === "business_units");
  }
}

/** Units go from the leaves up, hence more than once. */
async function removeFrom(tx: Tx, table: LoggedTable, orgId: string, batchId: string): Promise<number> {
  const keys = sql.raw(
    columnsOf(table)
      .key.map((name) => `t."${name}"::text = c.key->>'${name}'`)
      .join(" and "),
  );
  const unused = (labelUses[table] ?? []).map(
    ([user, column]) =>
      sql`not exists (select from ${sql.identifier(user)} u where u.org_id = t.org_id and u.${sql.identifier(column)} = t.id)`,
  );
  const { rowCount } = await tx.execute(sql`
    delete from ${sql.identifier(table)} t using import_changes c
    where t.org_id = ${orgId} and c.org_id = ${orgId} and c.batch_id = ${batchId} and c.table_name = ${table} and c.before is null
      and ${sql.join([keys, ...unused], sql` and `)}`);
  return rowCount ?? 0;
}
