import "server-only";
import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { workflowSteps, workflows } from "@/db/schema/workflows";
import { DomainError } from "@/lib/errors";

/** The workflow with its steps in order, locked: steps are changed one at a time. Throws `not-found`. */
export async function ownWorkflow(tx: Tx, orgId: string, workflowId: string) {
  const [workflow] = await tx
    .select()
    .from(workflows)
    .where(and(eq(workflows.orgId, orgId), eq(workflows.id, workflowId)))
    .for("update");
  if (!workflow) throw new DomainError("not-found", "This workflow is not there any more");
  const steps = await tx
    .select()
    .from(workflowSteps)
    .where(and(eq(workflowSteps.orgId, orgId), eq(workflowSteps.workflowId, workflowId)))
    .orderBy(asc(workflowSteps.position), asc(workflowSteps.id));
  return { workflow, steps };
}
