import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { factReferences, type ReferringFact } from "@/db/schema/fact-references";
import { DomainError } from "@/lib/errors";
import { holdReferenced } from "@/lib/intake/facts/hold-referenced";
import { columnsOf, type LoggedTable, loggedTables } from "@/lib/intake/write/logged-tables";

/** Puts back what the batch replaced or removed, row by row as it was. */
export async function restoreBefore(tx: Tx, orgId: string, batchId: string): Promise<void> {
  for (const table of loggedTables) await restoreTable(tx, table, orgId, batchId);
}

/** Facts may come back only to what is still there. */
async function holdAgain(tx: Tx, orgId: string, table: ReferringFact): Promise<void> {
  const references = Object.entries(factReferences[table]).map(([column, referenced]) => ({
    table: referenced,
    ids: sql`select ${sql.identifier(column)} from before_rows`,
  }));
  const [lost] = await holdReferenced(tx, orgId, references);
  if (lost) {
    const what = `This import replaced rows about ${lost} that another undo has removed since`;
    throw new DomainError("conflict", `${what}. Import those again first`);
  }
}

const isReferring = (table: LoggedTable): table is LoggedTable & ReferringFact => table in factReferences;

async function restoreTable(tx: Tx, table: LoggedTable, orgId: string, batchId: string): Promise<void> {
  const { all, key } = columnsOf(table);
  const rows = sql.identifier(table);
  const { rowCount } = await tx.execute(sql`
    create temp table before_rows on commit drop as
    select r.* from import_changes c, jsonb_populate_record(null::${rows}, c.before) r
    where c.org_id = ${orgId} and c.batch_id = ${batchId} and c.table_name = ${table} and c.before is not null`);
  if (rowCount) {
    if (isReferring(table)) await holdAgain(tx, orgId, table);
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
