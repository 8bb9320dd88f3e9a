import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type RoleName, users } from "@/db/schema/access";
import { choosable } from "./choosable";

/** That a user of `users u` holds one of the roles. */
export const holdsOne = (orgId: string, roles: readonly RoleName[], userId: SQL): SQL => sql`
  exists (select from memberships m where m.org_id = ${orgId} and m.user_id = ${userId} and m.role = any(${sql.param([...roles])}::text[]))`;

/** Whether a user may be chosen to answer for this. */
export async function isChoosable(tx: Tx, orgId: string, to: keyof typeof choosable, userId: string): Promise<boolean> {
  const own = and(eq(users.orgId, orgId), eq(users.id, userId), isNull(users.disabledAt));
  return (await tx.$count(users, and(own, holdsOne(orgId, choosable[to], sql`${users.id}`)))) > 0;
}
