import "server-only";
import { sql } from "drizzle-orm";
import { query } from "@/lib/server/tenant-access";
import { isHeldBack } from "./held-back";
import { type OwnTable, ownTables } from "./own-tables";

export type CountedTable = OwnTable & { rows: number };

/** What is stored about the viewer, table by table, with how many rows. Empty without an employee record. */
export const readOwnTables = query("self.read", async (tx, _: null, { orgId, personId }): Promise<CountedTable[]> => {
  if (!personId) return [];
  const counts = ownTables.map(
    ({ table, key = "person_id" }) =>
      sql`select ${table}::text as name, count(*)::int as rows from ${sql.identifier(table)} n
        where org_id = ${orgId} and ${sql.identifier(key)} = ${personId} ${table === "nudges" ? sql`and not ${isHeldBack}` : sql``}`,
  );
  const { rows } = await tx.execute<{ name: string; rows: number }>(sql.join(counts, sql` union all `));
  return ownTables.map((one) => ({ ...one, rows: rows.find(({ name }) => name === one.table)?.rows ?? 0 }));
});
