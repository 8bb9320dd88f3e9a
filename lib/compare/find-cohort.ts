import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { cohorts } from "@/db/schema/cohorts";
import { seesEverybody } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";

/** A kept cohort; `rule` as the address writes a group, empty for a list. */
export type FoundCohort = {
  id: string;
  name: string;
  rule: string;
  frozenOn: string | null;
  createdBy: string | null;
  createdAt: Date;
};

/** Whether a cohort is the viewer's to use: everybody's for those who see everybody, else their own. */
export const isTheirs = (viewer: Viewer, createdBy: string | null): boolean =>
  seesEverybody(viewer.roles) || (createdBy !== null && createdBy === viewer.userId);

/** Null where it does not exist or is not the viewer's to use. */
export async function findCohort(tx: Tx, viewer: Viewer, id: string): Promise<FoundCohort | null> {
  const [found] = await tx
    .select()
    .from(cohorts)
    .where(and(eq(cohorts.orgId, viewer.orgId), eq(cohorts.id, id)));
  return found && isTheirs(viewer, found.createdBy) ? { ...found, rule: ruleOf(found.rule) } : null;
}

export const ruleOf = (rule: Record<string, unknown>): string => (typeof rule.group === "string" ? rule.group : "");
