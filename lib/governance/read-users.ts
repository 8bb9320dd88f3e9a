import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { memberships, type RoleName, users } from "@/db/schema/access";
import { businessUnits } from "@/db/schema/structure";
import { query } from "@/lib/server/tenant-access";

export type UserRow = {
  id: string;
  name: string;
  email: string;
  personId: string | null;
  disabled: boolean;
  createdAt: Date;
  roles: { role: RoleName; unitId: string | null; unit: string | null }[];
};
export type UnitChoice = { id: string; path: string };

/** Everybody who may sign in, with their roles, and the units a role can be tied to. */
export const readUsers = query(
  "user.manage",
  async (tx, _: null): Promise<{ users: UserRow[]; units: UnitChoice[] }> => {
    const everybody = await tx.select().from(users).orderBy(asc(users.name), asc(users.email));
    const held = await tx
      .select({
        userId: memberships.userId,
        role: memberships.role,
        unitId: memberships.unitId,
        unit: businessUnits.path,
      })
      .from(memberships)
      .leftJoin(
        businessUnits,
        and(eq(businessUnits.orgId, memberships.orgId), eq(businessUnits.id, memberships.unitId)),
      )
      .orderBy(asc(memberships.role), asc(businessUnits.path));
    const units = await tx
      .select({ id: businessUnits.id, path: businessUnits.path })
      .from(businessUnits)
      .orderBy(asc(businessUnits.path));
    return {
      users: everybody.map(({ id, name, email, personId, disabledAt, createdAt }) => ({
        id,
        name,
        email,
        personId,
        disabled: disabledAt !== null,
        createdAt,
        roles: held.flatMap(({ userId, ...role }) => (userId === id ? [role] : [])),
      })),
      units,
    };
  },
);
