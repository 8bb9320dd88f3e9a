import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { users } from "@/db/schema/access";
import { inTenant } from "@/lib/server/tenant-access";

/** Name and own address of whoever a digest is for; null where they are gone or may not sign in. */
export async function readRecipient({ orgId, userId }: { orgId: string; userId: string }) {
  const [user] = await inTenant(orgId, (tx) =>
    tx
      .select({ name: users.name, email: users.email })
      .from(users)
      .where(and(eq(users.orgId, orgId), eq(users.id, userId), isNull(users.disabledAt))),
  );
  return user ?? null;
}
