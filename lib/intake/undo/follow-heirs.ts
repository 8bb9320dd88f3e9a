import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/** Activities that an undo put back under a skill which became part of another since go on with that one. */
export async function followHeirs(tx: Tx, orgId: string): Promise<void> {
  await tx.execute(sql`
    update activities a set skill_id = k.merged_into from skills k
    where a.org_id = ${orgId} and k.org_id = ${orgId} and k.id = a.skill_id and k.retired_at is not null and k.merged_into is not null`);
}
