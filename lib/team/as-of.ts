import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { readSpan } from "@/lib/rollups/span";

/** The last day facts speak of: today, or the end of the last month of the data where they are older. Null before there are any. */
export async function readAsOf(tx: Tx, orgId: string): Promise<string | null> {
  const span = await readSpan(tx, orgId);
  if (!span) return null;
  const { rows } = await tx.execute<{ day: string }>(sql`
    select least(current_date, (${span.last}::date + interval '1 month - 1 day')::date)::text as day`);
  return rows[0]?.day ?? null;
}
