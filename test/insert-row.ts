import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/** Writes one row as it is, names as in the database; a row that is there already stays. */
export function insertRow(tx: Tx, table: string, row: Record<string, unknown>) {
  const names = Object.keys(row).map((name) => sql.identifier(name));
  const values = Object.values(row).map((value) => sql`${value}`);
  return tx.execute(sql`
    insert into ${sql.identifier(table)} (${sql.join(names, sql`, `)}) values (${sql.join(values, sql`, `)})
    on conflict do nothing`);
}
