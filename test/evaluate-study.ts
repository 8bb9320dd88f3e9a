import { evaluateInitiative } from "@/lib/evaluation/evaluate-initiative";
import { readPlan } from "@/lib/evaluation/plan";
import type { EvaluationResult, MethodResult } from "@/lib/evaluation/result";
import { inTenant } from "@/lib/server/tenant-access";
import { type GivenPlan, givenStudy, type StudyPerson } from "./given-study";

/** Writes a study into an organisation of its own and evaluates it there. */
export async function evaluateStudy(
  plan: GivenPlan,
  members: readonly StudyPerson[],
  today = "2026-11-22",
): Promise<EvaluationResult> {
  const { orgId, initiativeId } = await givenStudy(plan, members);
  return inTenant(orgId, async (tx) => {
    const read = await readPlan(tx, initiativeId);
    if (!read) throw new Error("The study was not written");
    return evaluateInitiative(tx, read, { dataVersion: "sha256:test", today });
  });
}

export function methodOf(result: EvaluationResult, name: string, kpi?: string): MethodResult {
  const found = result.results.find((candidate) => candidate.method === name && (!kpi || candidate.kpi === kpi));
  if (!found) throw new Error(`${name} is not among the results`);
  return found;
}
