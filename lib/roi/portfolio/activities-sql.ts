import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/** An activity of an initiative, as the catalogue has it. */
export type NamedActivity = { code: string; title: string; delivery: "in_flow" | "destination" | null };

/** The activities chains name by code or title, whether or not anybody used them. */
export async function readActivities(tx: Tx, orgId: string, names: readonly string[]): Promise<NamedActivity[]> {
  const asked = sql`any(${sql.param([...names])}::text[])`;
  const { rows } = await tx.execute<NamedActivity>(sql`
    select code, coalesce(title, code) as title, delivery from activities
    where org_id = ${orgId} and (code = ${asked} or title = ${asked}) order by code collate "C"`);
  return rows;
}
