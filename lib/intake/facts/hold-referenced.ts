import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/** Rows that facts point to: a table, and a statement that selects one column of ids. */
export type Referenced = { table: string; ids: SQL };

/**
 * What foreign keys do row by row, for all facts of an import at once: locks what they point to against deletion until the
 * transaction ends. Call it before the facts are written.
 * @returns the tables in which something was not found
 */
export async function holdReferenced(tx: Tx, orgId: string, referenced: readonly Referenced[]): Promise<string[]> {
  const lost: string[] = [];
  for (const { table, ids } of referenced) {
    const { rows } = await tx.execute(sql`
      with named as materialized (select distinct x.id from (${ids}) x (id) where x.id is not null),
      held as (
        select t.id from ${sql.identifier(table)} t where t.org_id = ${orgId} and t.id in (select id from named) for key share
      )
      select from named where id not in (select id from held) limit 1`);
    if (rows.length > 0) lost.push(table);
  }
  return lost;
}

/** As `holdReferenced`, where ids were looked up in the same transaction and cannot be lost. */
export async function holdFound(tx: Tx, orgId: string, referenced: readonly Referenced[]): Promise<void> {
  const lost = await holdReferenced(tx, orgId, referenced);
  if (lost.length > 0) throw new Error(`Names lead to rows that are gone from ${lost.join(", ")}`);
}
