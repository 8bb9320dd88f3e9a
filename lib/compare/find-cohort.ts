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

/** Null where it does not exist or is not the viewer's to use. `hold` keeps others from changing it until the transaction ends. */
export async function findCohort(tx: Tx, viewer: Viewer, id: string, hold?: "update"): Promise<FoundCohort | null> {
  const asked = tx
    .select()
    .from(cohorts)
    .where(and(eq(cohorts.orgId, viewer.orgId), eq(cohorts.id, id)));
  const [found] = await (hold ? asked.for(hold) : asked);
  return found && !isGone(found.rule) && isTheirs(viewer, found.createdBy)
    ? { ...found, rule: ruleOf(found.rule) }
    : null;
}

/** Whether it was deleted after somebody had seen figures of its people (`deleteCohort`). */
export const isGone = (rule: Record<string, unknown>): boolean => "deletedOn" in rule;

export const ruleOf = (rule: Record<string, unknown>): string => (typeof rule.group === "string" ? rule.group : "");
