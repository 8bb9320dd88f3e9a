import { and, desc, eq } from "drizzle-orm";
import { evaluations } from "@/db/schema/evaluations";
import { organisations } from "@/db/schema/organisations";
import { codeVersion } from "@/lib/evaluation/code-version";
import { headlineOf } from "@/lib/evaluation/headline";
import { readPlan } from "@/lib/evaluation/plan";
import type { EvaluationResult } from "@/lib/evaluation/result";
import { readDataVersion } from "@/lib/intake/data-version";
import { query } from "@/lib/server/tenant-access";
import { type Stated, type WhatMoved, whatMoved } from "./what-moved";

/**
 * What the evaluation of the data as they are says otherwise than the last one made on other data, both of the same plan and by the same
 * code, so that only the data can have moved it. Null for an unknown id and where there are not two such evaluations.
 */
export const readWhatMoved = query("initiative.read", async (tx, initiativeId: string): Promise<WhatMoved | null> => {
  const plan = await readPlan(tx, initiativeId);
  if (!plan) return null;
  const dataVersion = await readDataVersion(tx);
  const kept = await tx
    .select()
    .from(evaluations)
    .where(
      and(
        eq(evaluations.initiativeId, initiativeId),
        eq(evaluations.planHash, plan.planHash),
        eq(evaluations.codeVersion, codeVersion),
      ),
    )
    .orderBy(desc(evaluations.evaluatedAt));
  const now = kept.find((row) => row.dataVersion === dataVersion);
  const before = kept.find((row) => row.dataVersion !== dataVersion);
  if (!now || !before) return null;

  const [organisation] = await tx.select({ minimum: organisations.minimumGroupSize }).from(organisations);
  const log = plan.transform[plan.primary?.code ?? ""] === "log";
  // The column holds what `evaluateInitiative` wrote under this code version, and nothing can change it.
  const stateOf = (row: typeof now): Stated => {
    const result = row.result as EvaluationResult;
    return {
      evaluatedAt: row.evaluatedAt,
      grade: result.claim.grade,
      headline: headlineOf(result, organisation?.minimum ?? 5, log),
      checks: result.checks.map(({ id, status }) => ({ id, status })),
    };
  };
  return whatMoved(stateOf(before), stateOf(now));
});
