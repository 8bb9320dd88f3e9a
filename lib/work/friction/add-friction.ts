import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { roles, tasks } from "@/db/schema/taxonomy";
import { frictionPoints, workflowSteps, workflows } from "@/db/schema/workflows";
import type { Entry } from "@/lib/entry";
import { DomainError } from "@/lib/errors";
import { findEntry, withEntryId } from "@/lib/server/find-entry";
import { parseOrThrow } from "@/lib/server/public-error";
import { command } from "@/lib/server/tenant-access";
import { type AddFriction, addFrictionInput } from "./input";

/** Records what people told; the same sent again is recorded once. Throws `invalid-input` where the role, its task or its step is not there. */
export const addFriction = command(
  "friction.add",
  async (tx, raw: Entry<AddFriction>, { orgId, userId }, trace): Promise<{ id: string }> => {
    const { entryId, ...input } = parseOrThrow(addFrictionInput, withEntryId(raw));
    const entry = { ...input, id: entryId };
    const kept = await findEntry(tx, { orgId, userId }, trace, {
      table: frictionPoints,
      madeBy: "createdBy",
      entry,
    });
    if (kept) return { id: kept.id };
    await requireWork(tx, orgId, input);
    const [row] = await tx
      .insert(frictionPoints)
      .values({ ...entry, orgId, origin: "interview", createdBy: userId })
      .returning({ id: frictionPoints.id });
    if (!row) throw new Error("The friction point was not written");
    trace.subject = row.id;
    trace.detail = { change: "added", kind: input.kind, role: input.roleId, task: input.taskId };
    return row;
  },
);

type Where = { roleId: string; taskId: string | null; stepId?: string | null };

/** Role, task and step exist and belong together. */
export async function requireWork(tx: Tx, orgId: string, { roleId, taskId, stepId = null }: Where): Promise<void> {
  const fields: Record<string, string[]> = {};
  const [role] = await tx
    .select({ id: roles.id })
    .from(roles)
    .where(and(eq(roles.orgId, orgId), eq(roles.id, roleId), isNull(roles.retiredAt)));
  if (!role) fields.roleId = ["There is no such role"];
  if (taskId !== null) {
    const [task] = await tx
      .select({ roleId: tasks.roleId })
      .from(tasks)
      .where(and(eq(tasks.orgId, orgId), eq(tasks.id, taskId), isNull(tasks.retiredAt)));
    if (!task || (task.roleId !== null && task.roleId !== roleId)) fields.taskId = ["This is no task of the role"];
  }
  if (stepId !== null) {
    const [step] = await tx
      .select({ roleId: workflows.roleId })
      .from(workflowSteps)
      .innerJoin(workflows, and(eq(workflows.orgId, workflowSteps.orgId), eq(workflows.id, workflowSteps.workflowId)))
      .where(and(eq(workflowSteps.orgId, orgId), eq(workflowSteps.id, stepId)));
    if (!step || step.roleId !== roleId) fields.stepId = ["This is no step of a workflow of the role"];
  }
  if (Object.keys(fields).length > 0) {
    throw new DomainError("invalid-input", "Some fields need another look", fields);
  }
}
