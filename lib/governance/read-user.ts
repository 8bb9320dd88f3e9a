import "server-only";
import { eq } from "drizzle-orm";
import { cache } from "react";
import { users } from "@/db/schema/access";
import type { Viewer } from "@/lib/access/viewer";
import { inTenant } from "@/lib/server/tenant-access";

export type SignedInUser = { name: string; email: string };

/** Name and address of the signed-in user themselves. */
export async function readUser(viewer: Viewer): Promise<SignedInUser | null> {
  return viewer.userId ? byId(viewer.orgId, viewer.userId) : null;
}

const byId = cache(async (orgId: string, userId: string): Promise<SignedInUser | null> => {
  const [user] = await inTenant(orgId, (tx) =>
    tx.select({ name: users.name, email: users.email }).from(users).where(eq(users.id, userId)),
  );
  return user ?? null;
});
