import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { memberships, users } from "@/db/schema/access";
import type { Viewer } from "@/lib/access/viewer";
import { inTenant } from "@/lib/server/tenant-access";

/** The user as they stand now, or null when they are gone or disabled. Roles are never taken from a token. */
export async function readViewer(orgId: string, userId: string): Promise<Viewer | null> {
  const rows = await inTenant(orgId, (tx) =>
    tx
      .select({ personId: users.personId, role: memberships.role, unitId: memberships.unitId })
      .from(users)
      .leftJoin(memberships, and(eq(memberships.orgId, users.orgId), eq(memberships.userId, users.id)))
      .where(and(eq(users.id, userId), isNull(users.disabledAt))),
  );
  const [first] = rows;
  if (!first) return null;
  const held = rows.flatMap(({ role, unitId }) => (role ? [{ role, unitId }] : []));
  return {
    orgId,
    userId,
    personId: first.personId,
    roles: [...new Set(held.map(({ role }) => role))],
    units: [...new Set(held.flatMap(({ role, unitId }) => (role === "hrbp" && unitId ? [unitId] : [])))],
  };
}
