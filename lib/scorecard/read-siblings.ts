import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

export type Siblings = { parentId: string | null; into: Map<string, string> };

/** The unit above a unit, and each unit below that one under the child of it that it belongs to. */
export async function readSiblings(tx: Tx, orgId: string, unitId: string): Promise<Siblings> {
  const { rows } = await tx.execute<{ id: string; head: string; parentId: string | null }>(sql`
    with recursive above as (select parent_id from business_units where org_id = ${orgId} and id = ${unitId}),
    below (id, head) as (
      select u.id, u.id from business_units u join above on u.parent_id = above.parent_id where u.org_id = ${orgId}
      union all
      select u.id, below.head from business_units u join below on u.parent_id = below.id where u.org_id = ${orgId}
    )
    select below.id, below.head, above.parent_id as "parentId" from below, above
    union all select parent_id, parent_id, parent_id from above where parent_id is not null`);
  return { parentId: rows[0]?.parentId ?? null, into: new Map(rows.map(({ id, head }) => [id, head])) };
}
