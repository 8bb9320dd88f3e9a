import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { roles, tasks } from "@/db/schema/taxonomy";
import { kpis } from "@/db/schema/work";
import { frictionPoints, workflowSteps, workflows } from "@/db/schema/workflows";
import type { Entry } from "@/lib/entry";
import { DomainError } from "@/lib/errors";
import { findEntry, withEntryId } from "@/lib/server/find-entry";
import { parseOrThrow } from "@/lib/server/public-error";
import { command } from "@/lib/server/tenant-access";
import {
  type OrderSteps,
  orderStepsInput,
  type RemoveStep,
  type RemoveWorkflow,
  removeStepInput,
  removeWorkflowInput,
  type SaveStep,
  type Step,
  saveStepInput,
} from "./input";
import { ownWorkflow } from "./own-workflow";

/**
 * Adds a step at the end, once where the same is sent again, or changes one. Throws `not-found`, `invalid-input` (unknown task, role or KPI) and `conflict` where somebody
 * changed the step since the viewer saw it.
 */
export const saveStep = command(
  "work.edit",
  async (tx, raw: Entry<SaveStep>, { orgId, userId }, trace): Promise<{ id: string }> => {
    const { entryId, workflowId, stepId, step, was } = parseOrThrow(saveStepInput, withEntryId(raw));
    const { steps } = await ownWorkflow(tx, orgId, workflowId);
    await requireKnown(tx, orgId, step);
    const filled = {
      ...step,
      goodPath: step.goodPath || null,
      failurePath: step.failurePath || null,
      decisionQuality: step.decisionQuality || null,
    };
    trace.detail = { change: stepId ? "step changed" : "step added", workflow: workflowId };
    if (stepId === null) {
      const entry = { ...filled, id: entryId, workflowId };
      const kept = await findEntry(tx, { orgId, userId }, trace, { table: workflowSteps, madeBy: null, entry });
      if (kept) return { id: kept.id };
      const position = (steps.at(-1)?.position ?? -1) + 1;
      const [added] = await tx
        .insert(workflowSteps)
        .values({ ...entry, orgId, position })
        .returning({ id: workflowSteps.id });
      if (!added) throw new Error("The step was not written");
      trace.subject = added.id;
      return added;
    }
    const before = steps.find(({ id }) => id === stepId);
    if (!before) throw new DomainError("not-found", "This step is not there any more");
    if (!was || JSON.stringify(shapeOf(before)) !== JSON.stringify(shapeOf(was))) {
      throw new DomainError("conflict", "Somebody else has changed this step since. Look again; nothing was changed");
    }
    await tx.update(workflowSteps).set(filled).where(own(orgId, stepId));
    trace.subject = stepId;
    return { id: stepId };
  },
);

/** Puts the steps into another order. Throws `conflict` where they are no longer the same steps. */
export const orderSteps = command("work.edit", async (tx, raw: OrderSteps, { orgId }, trace): Promise<void> => {
  const { workflowId, stepIds } = parseOrThrow(orderStepsInput, raw);
  const { steps } = await ownWorkflow(tx, orgId, workflowId);
  const known = new Set(steps.map(({ id }) => id));
  if (stepIds.length !== known.size || new Set(stepIds).size !== known.size || !stepIds.every((id) => known.has(id))) {
    throw new DomainError(
      "conflict",
      "Somebody else has added or removed a step since. Look again; nothing was changed",
    );
  }
  for (const [position, id] of stepIds.entries()) {
    await tx.update(workflowSteps).set({ position }).where(own(orgId, id));
  }
  trace.subject = workflowId;
  trace.detail = { change: "steps ordered" };
});

/** Takes a step away. Friction points on it stay, on its task. Throws `not-found`. */
export const removeStep = command("work.edit", async (tx, raw: RemoveStep, { orgId }, trace): Promise<void> => {
  const { stepId } = parseOrThrow(removeStepInput, raw);
  await tx
    .update(frictionPoints)
    .set({ stepId: null })
    .where(and(eq(frictionPoints.orgId, orgId), eq(frictionPoints.stepId, stepId)));
  const { rowCount } = await tx.delete(workflowSteps).where(own(orgId, stepId));
  if (!rowCount) throw new DomainError("not-found", "This step is not there any more");
  trace.subject = stepId;
  trace.detail = { change: "step removed" };
});

/** Takes a workflow away with its steps. Friction points stay. Throws `not-found`. */
export const removeWorkflow = command("work.edit", async (tx, raw: RemoveWorkflow, { orgId }, trace): Promise<void> => {
  const { workflowId } = parseOrThrow(removeWorkflowInput, raw);
  const { steps } = await ownWorkflow(tx, orgId, workflowId);
  for (const { id } of steps) {
    await tx
      .update(frictionPoints)
      .set({ stepId: null })
      .where(and(eq(frictionPoints.orgId, orgId), eq(frictionPoints.stepId, id)));
  }
  await tx.delete(workflows).where(and(eq(workflows.orgId, orgId), eq(workflows.id, workflowId)));
  trace.subject = workflowId;
  trace.detail = { change: "workflow removed" };
});

const own = (orgId: string, id: string) => and(eq(workflowSteps.orgId, orgId), eq(workflowSteps.id, id));

const shapeOf = ({
  name,
  taskId,
  goodPath,
  failurePath,
  decisionQuality,
  handsToRoleId,
  statedDelayHours,
  kpiId,
}: Step) => [
  name,
  taskId,
  goodPath || null,
  failurePath || null,
  decisionQuality || null,
  handsToRoleId,
  statedDelayHours,
  kpiId,
];

/** A step may be done by another role than the one whose workflow it is, so any task will do. */
async function requireKnown(tx: Tx, orgId: string, { taskId, handsToRoleId, kpiId }: Step): Promise<void> {
  const fields: Record<string, string[]> = {};
  if (taskId && !(await tx.$count(tasks, and(eq(tasks.orgId, orgId), eq(tasks.id, taskId))))) {
    fields.taskId = ["There is no such task"];
  }
  if (handsToRoleId && !(await tx.$count(roles, and(eq(roles.orgId, orgId), eq(roles.id, handsToRoleId))))) {
    fields.handsToRoleId = ["There is no such role"];
  }
  if (kpiId && !(await tx.$count(kpis, and(eq(kpis.orgId, orgId), eq(kpis.id, kpiId)))))
    fields.kpiId = ["There is no such KPI"];
  if (Object.keys(fields).length > 0) {
    throw new DomainError("invalid-input", "Some fields need another look", fields);
  }
}
