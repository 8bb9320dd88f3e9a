import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { DomainError } from "@/lib/errors";
import { currentEvaluation } from "@/lib/evaluation/current-evaluation";
import { readMinimumGroup } from "@/lib/evaluation/minimum-group";
import { readPlan } from "@/lib/evaluation/plan";
import { readDataVersion } from "@/lib/intake/data-version";
import { readMoney } from "@/lib/roi/results/read-money";
import { query } from "@/lib/server/tenant-access";
import { claimThen, type EvidenceSnapshot, moneyThen } from "./evidence-snapshot";

const readSubject = query("decision.read", async (tx, initiativeId: string | null, { orgId }) => {
  const plan = initiativeId === null ? null : await readPlan(tx, initiativeId);
  return {
    plan,
    minimum: await readMinimumGroup(tx, orgId),
    dataVersion: await readDataVersion(tx),
  };
});

/**
 * What is known of an initiative at this moment, of the data as they are now; evaluates it where nobody has yet.
 * @param initiativeId null for something that is no initiative
 * @throws DomainError `not-found`
 */
export async function takeSnapshot(viewer: Viewer, initiativeId: string | null): Promise<EvidenceSnapshot> {
  const { plan, minimum, dataVersion } = await readSubject(viewer, initiativeId);
  const takenAt = new Date().toISOString();
  if (initiativeId === null) return { takenAt, dataVersion, initiative: null, claim: null, money: null };
  const evaluation = plan && !plan.draft ? await currentEvaluation(viewer, plan.id) : null;
  if (!plan || (!plan.draft && !evaluation)) throw new DomainError("not-found", "There is no such initiative");
  return {
    takenAt,
    dataVersion: evaluation?.dataVersion ?? dataVersion,
    initiative: plan.title,
    claim: claimThen(plan, evaluation, minimum),
    // After the evaluation, which it counts on.
    money: moneyThen(plan.draft ? null : await readMoney(viewer, plan.id)),
  };
}
