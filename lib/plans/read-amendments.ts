import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { users } from "@/db/schema/access";
import { planAmendments } from "@/db/schema/plans";
import { query } from "@/lib/server/tenant-access";
import { type Change, changesBetween } from "./plan-changes";
import { readKpiNames } from "./read-kpi-names";

export type Amendment = { number: number; at: Date; by: string | null; reason: string; changes: Change[] };

/** Every amendment of a plan, first one first, with what it changed. Empty for an initiative this organisation does not have. */
export const readAmendments = query("initiative.read", async (tx, initiativeId: string): Promise<Amendment[]> => {
  const rows = await tx
    .select({ amendment: planAmendments, by: users.name })
    .from(planAmendments)
    .leftJoin(users, and(eq(users.orgId, planAmendments.orgId), eq(users.id, planAmendments.amendedBy)))
    .where(eq(planAmendments.initiativeId, initiativeId))
    .orderBy(asc(planAmendments.number));
  const names = await readKpiNames(tx);
  return rows.map(({ amendment: { number, amendedAt, reason, before, after }, by }) => ({
    number,
    at: amendedAt,
    by,
    reason,
    changes: changesBetween(before, after, names),
  }));
});
