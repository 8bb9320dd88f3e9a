import "server-only";
import { workflowSteps, workflows } from "@/db/schema/workflows";
import { DomainError } from "@/lib/errors";
import { parseOrThrow } from "@/lib/server/public-error";
import { command } from "@/lib/server/tenant-access";
import { requireWork } from "@/lib/work/friction/add-friction";
import { type AddWorkflow, addWorkflowInput } from "./input";
import { starters } from "./starters";

/** Begins the map of a workflow, empty or with the steps of a starter. Throws `invalid-input` (no such role) and `conflict` (the name is taken). */
export const addWorkflow = command(
  "work.edit",
  async (tx, raw: AddWorkflow, { orgId, userId }, trace): Promise<{ id: string }> => {
    const { roleId, name, starter } = parseOrThrow(addWorkflowInput, raw);
    await requireWork(tx, orgId, { roleId, taskId: null });
    const [added] = await tx
      .insert(workflows)
      .values({ orgId, roleId, name, ownerId: userId })
      .onConflictDoNothing()
      .returning({ id: workflows.id });
    if (!added) {
      throw new DomainError("conflict", "The role has a workflow of this name", {
        name: ["The role has a workflow of this name already"],
      });
    }
    const steps = starters.find(({ id }) => id === starter)?.steps ?? [];
    if (steps.length > 0) {
      await tx
        .insert(workflowSteps)
        .values(steps.map((step, position) => ({ ...step, orgId, workflowId: added.id, position })));
    }
    trace.subject = added.id;
    trace.detail = { change: "workflow added", role: roleId, starter };
    return added;
  },
);
