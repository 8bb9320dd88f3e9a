import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/** An observation that an upheld contest struck stays struck when a file brings its row again, or an undo puts a former state back. */
export async function keepStruck(tx: Tx, orgId: string): Promise<void> {
  await tx.execute(sql`
    update observations o set struck_at = c.answered_at from contests c
    where c.org_id = ${orgId} and c.status = 'upheld' and o.org_id = ${orgId} and o.person_id = c.person_id
      and o.observation_id = c.observation_id and o.struck_at is null`);
}
