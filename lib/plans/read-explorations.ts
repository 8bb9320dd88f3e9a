import "server-only";
import { and, asc, desc, eq } from "drizzle-orm";
import { users } from "@/db/schema/access";
import { evaluations } from "@/db/schema/evaluations";
import { initiatives } from "@/db/schema/initiatives";
import { readPlan } from "@/lib/evaluation/plan";
import type { EvaluationResult } from "@/lib/evaluation/result";
import { query } from "@/lib/server/tenant-access";
import { type Change, changesBetween } from "./plan-changes";
import { readKpiNames } from "./read-kpi-names";
import { studyOf } from "./study-of";

export type Exploration = {
  id: string;
  title: string;
  on: string;
  by: string | null;
  reason: string;
  changes: Change[];
  /** The sentence and grade of its newest result; null until somebody has looked. */
  claim: Pick<EvaluationResult["claim"], "grade" | "sentence"> | null;
};

/** Every exploration of an initiative, oldest first, with what it changes of the plan as it is now. */
export const readExplorations = query("initiative.read", async (tx, initiativeId: string): Promise<Exploration[]> => {
  const original = await readPlan(tx, initiativeId);
  if (!original) return [];
  const rows = await tx
    .select({ id: initiatives.id, by: users.name })
    .from(initiatives)
    .leftJoin(users, and(eq(users.orgId, initiatives.orgId), eq(users.id, initiatives.createdBy)))
    .where(eq(initiatives.explores, initiativeId))
    .orderBy(asc(initiatives.createdAt));
  const names = await readKpiNames(tx);
  const found: Exploration[] = [];
  for (const { id, by } of rows) {
    const plan = await readPlan(tx, id);
    if (!plan) continue;
    const [kept] = await tx
      .select({ result: evaluations.result })
      .from(evaluations)
      .where(eq(evaluations.initiativeId, id))
      .orderBy(desc(evaluations.evaluatedAt))
      .limit(1);
    const claim = kept ? (kept.result as EvaluationResult).claim : null;
    found.push({
      id,
      title: plan.title,
      on: plan.registeredAt ?? "",
      by,
      reason: plan.summary ?? "",
      changes: changesBetween({ ...studyOf(original) }, { ...studyOf(plan) }, names),
      claim: claim && { grade: claim.grade, sentence: claim.sentence },
    });
  }
  return found;
});
