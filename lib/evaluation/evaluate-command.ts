import { and, desc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { evaluations } from "@/db/schema/evaluations";
import { DomainError } from "@/lib/errors";
import { readDataVersion } from "@/lib/intake/data-version";
import { command } from "@/lib/server/tenant-access";
import { readTaxonomyVersion } from "@/lib/skills/read-taxonomy-version";
import { codeVersion } from "./code-version";
import { evaluateInitiative } from "./evaluate-initiative";
import { type Plan, readPlan } from "./plan";
import { registeredPlan } from "./registered-plan";
import type { EvaluationResult } from "./result";

export type StoredEvaluation = Omit<typeof evaluations.$inferSelect, "result" | "orgId"> & { result: EvaluationResult };

/** What an evaluation is of: the same plan, data and code give the same row. */
type Inputs = { plan: Plan; dataVersion: string };

/** `asRegistered`: by the plan as it was before its first amendment. */
type Asked = { initiativeId: string; asRegistered?: boolean };

/**
 * Evaluates an initiative and keeps the result. With the plan, data and code of an evaluation that is already kept, that
 * one is returned unchanged. While the follow-up window is open nothing is kept (`id` is empty): the answer changes with the day.
 * Throws `not-found` for an initiative this organisation does not have, or a plan that was never amended; `conflict` for a draft.
 */
export const evaluateAndKeep = command(
  "initiative.evaluate",
  async (tx, { initiativeId, asRegistered = false }: Asked, viewer, trace): Promise<StoredEvaluation> => {
    const plan = await planAsked(tx, { initiativeId, asRegistered });
    if (!plan) throw new DomainError("not-found", "This initiative does not exist");
    if (plan.draft) throw new DomainError("conflict", "This is a draft: nothing is evaluated before it is registered");
    const inputs = { plan, dataVersion: await readDataVersion(tx) };
    trace.subject = initiativeId;

    const kept = await readKept(tx, inputs);
    trace.detail = { dataVersion: inputs.dataVersion, reused: kept !== null };
    if (kept) return kept;

    const today = new Date().toISOString().slice(0, 10);
    const result = await evaluateInitiative(tx, plan, { dataVersion: inputs.dataVersion, today });
    const row = {
      initiativeId,
      planHash: plan.planHash,
      dataVersion: inputs.dataVersion,
      codeVersion,
      seed: plan.seed,
      grade: result.claim.grade,
      result,
      taxonomyVersion: await readTaxonomyVersion(tx, viewer.orgId),
    };
    if (result.early_until !== null) return { ...row, id: "", evaluatedAt: new Date() };
    await tx
      .insert(evaluations)
      .values({ ...row, orgId: viewer.orgId })
      .onConflictDoNothing();
    const stored = await readKept(tx, inputs);
    if (!stored) throw new Error("The evaluation was not kept");
    return stored;
  },
);

export async function planAsked(tx: Tx, { initiativeId, asRegistered }: Asked): Promise<Plan | null> {
  const plan = await readPlan(tx, initiativeId);
  return plan && asRegistered ? registeredPlan(tx, plan) : plan;
}

/** The kept evaluation of exactly this plan, data and code; null when there is none. */
export async function readKept(tx: Tx, { plan, dataVersion }: Inputs): Promise<StoredEvaluation | null> {
  const [row] = await tx
    .select()
    .from(evaluations)
    .where(
      and(
        eq(evaluations.initiativeId, plan.id),
        eq(evaluations.planHash, plan.planHash),
        eq(evaluations.dataVersion, dataVersion),
        eq(evaluations.codeVersion, codeVersion),
      ),
    )
    .orderBy(desc(evaluations.evaluatedAt));
  return row ? withResult(row) : null;
}

/** The column holds what `evaluateInitiative` wrote under this code version, and nothing can change it. */
function withResult({ result, orgId: _, ...row }: typeof evaluations.$inferSelect): StoredEvaluation {
  return { ...row, result: result as EvaluationResult };
}
