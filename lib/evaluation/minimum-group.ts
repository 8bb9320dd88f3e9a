import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { minimumPeople } from "@/lib/access/privacy";

/** How many people a figure of an organisation must rest on to be kept. */
export async function readMinimumGroup(tx: Tx, orgId: string): Promise<number> {
  const { rows } = await tx.execute<{ minimum: number }>(
    sql`select minimum_group_size as minimum from organisations where id = ${orgId}`,
  );
  return minimumPeople(rows[0]?.minimum ?? 5);
}
