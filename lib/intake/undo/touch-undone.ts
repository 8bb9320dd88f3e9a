import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type Batch, factTables, factTablesOf, spanOf } from "./fact-tables";

/** Notes whose months will change, before anything is gone: facts the batch added, facts it replaced, people it moved. */
export async function touchUndone(tx: Tx, orgId: string, batch: Batch): Promise<void> {
  for (const table of factTablesOf(batch.kind)) {
    const facts = factTables[table];
    if (facts.day === null) continue;
    const { day, source } = facts;
    const rows = sql.identifier(table);
    await tx.execute(sql`
      insert into touched (person_id, month, source)
      select distinct person_id, date_trunc('month', ${sql.raw(day)})::date, ${source} from ${rows}
      where org_id = ${orgId} and batch_id = ${batch.id} and ${sql.raw(spanOf(table, batch))}`);
    await tx.execute(sql`
      insert into touched (person_id, month, source)
      select distinct r.person_id, date_trunc('month', ${sql.raw(day)})::date, ${source}
      from import_changes c, jsonb_populate_record(null::${rows}, c.before) r
      where c.org_id = ${orgId} and c.batch_id = ${batch.id} and c.table_name = ${table} and c.before is not null`);
  }
  await tx.execute(sql`
    insert into touched (person_id, month)
    select distinct coalesce(key->>'person_id', key->>'id')::uuid, null::date from import_changes
    where org_id = ${orgId} and batch_id = ${batch.id} and table_name in ('people', 'current_places')`);
}
