import "server-only";
import { and, eq } from "drizzle-orm";
import { users } from "@/db/schema/access";
import { planRegistrations } from "@/db/schema/plans";
import { query } from "@/lib/server/tenant-access";

/** What was frozen of a plan, when and by whom; `by` is null where an import froze it. */
export type Registration = {
  at: Date;
  by: string | null;
  planHash: string;
  cohortHash: string;
  baselineHash: string;
  people: number;
};

/** Null where nothing was frozen. */
export const readRegistration = query(
  "initiative.read",
  async (tx, initiativeId: string): Promise<Registration | null> => {
    const [row] = await tx
      .select({ frozen: planRegistrations, by: users.name })
      .from(planRegistrations)
      .leftJoin(users, and(eq(users.orgId, planRegistrations.orgId), eq(users.id, planRegistrations.frozenBy)))
      .where(eq(planRegistrations.initiativeId, initiativeId));
    if (!row) return null;
    const { frozenAt, planHash, cohortHash, baselineHash, people } = row.frozen;
    return { at: frozenAt, by: row.by, planHash, cohortHash, baselineHash, people };
  },
);
