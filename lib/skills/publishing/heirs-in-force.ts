import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/** What retired skills, tasks and behaviours were made one with, by their id. */
export async function heirsInForce(tx: Tx, orgId: string, among?: readonly string[]): Promise<Map<string, string>> {
  const wanted = among ? sql`and id = any(${sql.param([...among])}::uuid[])` : sql``;
  const of = (table: string) => sql`
    select id, merged_into as heir from ${sql.identifier(table)}
    where org_id = ${orgId} and merged_into is not null and retired_at is not null ${wanted}`;
  const { rows } = await tx.execute<{ id: string; heir: string }>(
    sql`${of("skills")} union all ${of("tasks")} union all ${of("behaviours")}`,
  );
  return new Map(rows.map(({ id, heir }) => [id, heir]));
}
