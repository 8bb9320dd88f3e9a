import "server-only";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { users } from "@/db/schema/access";

const mostChoices = 2_000;

/** Who may answer for an assumption: users who know the work or its figures and may still sign in, by name. */
export async function readCaseOwners(tx: Tx, orgId: string): Promise<{ id: string; name: string }[]> {
  return tx
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(
      and(
        eq(users.orgId, orgId),
        isNull(users.disabledAt),
        sql`exists (select from memberships m where m.org_id = ${orgId} and m.user_id = ${users.id}
          and m.role in ('admin', 'ld_lead', 'hrbp', 'executive', 'manager', 'finance'))`,
      ),
    )
    .orderBy(asc(users.name), asc(users.id))
    .limit(mostChoices);
}
