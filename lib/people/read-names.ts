import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

type Named = "roles" | "skills" | "sites" | "initiatives" | "business_units";

/** What the rows of a table are called, by id; initiatives by their title. */
export async function readNames(tx: Tx, orgId: string, table: Named): Promise<Map<string, string>> {
  const { rows } = await tx.execute<{ id: string; name: string }>(sql`
    select id, ${sql.identifier(table === "initiatives" ? "title" : "name")} as name from ${sql.identifier(table)} where org_id = ${orgId}`);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
