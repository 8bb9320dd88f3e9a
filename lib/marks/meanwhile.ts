import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/** What became of something set beside a figure while somebody else was about to change it. */
export type Meanwhile<Terms> = {
  /** How it stands now; null: it is gone. */
  now: Terms | null;
  /** Who did it; null where nobody is known by that id any more. */
  by: string | null;
};

/** The name of whoever touched last what the audit log calls so; null where nobody is known by that id any more. */
export async function readLastHand(tx: Tx, orgId: string, subject: string): Promise<string | null> {
  const { rows } = await tx.execute<{ by: string | null }>(sql`
    select u.name as by from audit_log l left join users u on u.org_id = l.org_id and u.id = l.actor_id
    where l.org_id = ${orgId} and l.subject = ${subject} order by l.at desc limit 1`);
  return rows[0]?.by ?? null;
}
