import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { type ProficiencyRule, roles } from "@/db/schema/taxonomy";
import { query } from "@/lib/server/tenant-access";

export type RoleProficiency = { roleId: string; role: string; rule: ProficiencyRule | null };

/** A role's own definition of time to proficiency; null where there is no such role. */
export const readProficiency = query(
  "skill.edit",
  async (tx, roleId: string, { orgId }): Promise<RoleProficiency | null> => {
    const [role] = await tx
      .select({ roleId: roles.id, role: roles.name, rule: roles.proficiency })
      .from(roles)
      .where(and(eq(roles.orgId, orgId), eq(roles.id, roleId), isNull(roles.retiredAt)));
    return role ?? null;
  },
);
