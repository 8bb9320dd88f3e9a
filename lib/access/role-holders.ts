import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type RoleName, users } from "@/db/schema/access";

const mostChoices = 2_000;

/**
 * Users who hold one of the roles and may still sign in, by name: who may be chosen to answer for something. With `only`, that user alone where they
 * are one of them, however many there are.
 */
export async function readRoleHolders(
  tx: Tx,
  orgId: string,
  roles: readonly RoleName[],
  only?: string,
): Promise<{ id: string; name: string }[]> {
  return tx
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(
      and(
        eq(users.orgId, orgId),
        isNull(users.disabledAt),
        only === undefined ? undefined : eq(users.id, only),
        sql`exists (select from memberships m where m.org_id = ${orgId} and m.user_id = ${users.id}
          and m.role = any(${sql.param([...roles])}::text[]))`,
      ),
    )
    .orderBy(asc(users.name), asc(users.id))
    .limit(mostChoices);
}
