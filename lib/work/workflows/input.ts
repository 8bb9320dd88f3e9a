import { z } from "zod";
import { entryId } from "@/lib/entry";

const name = z.string().trim().min(1, "Give it a name").max(200, "At most 200 characters");
const path = z.string().trim().max(2_000, "At most 2,000 characters").nullable();

const stepInput = z.object({
  name,
  taskId: z.uuid().nullable(),
  goodPath: path,
  failurePath: path,
  decisionQuality: path,
  handsToRoleId: z.uuid().nullable(),
  statedDelayHours: z
    .number("Write a number of hours")
    .min(0, "At least 0 hours")
    .max(10_000, "At most 10,000 hours")
    .nullable(),
  kpiId: z.uuid().nullable(),
});
export type Step = z.output<typeof stepInput>;

/** A workflow of a role; `starter` names one of the starter list, whose steps it begins with. */
export const addWorkflowInput = z.object({ roleId: z.uuid("Choose the role"), name, starter: z.string().nullable() });
export type AddWorkflow = z.output<typeof addWorkflowInput>;

/** A step that is new (`stepId` null: at the end, with `entryId` as its own) or changed. `was` is the step as the viewer saw it. */
export const saveStepInput = z.object({
  entryId,
  workflowId: z.uuid(),
  stepId: z.uuid().nullable(),
  step: stepInput,
  was: stepInput.nullable(),
});
export type SaveStep = z.output<typeof saveStepInput>;

/** All steps in their new order; as a set they must be those there are. */
export const orderStepsInput = z.object({ workflowId: z.uuid(), stepIds: z.array(z.uuid()).max(200) });
export type OrderSteps = z.output<typeof orderStepsInput>;

export const removeStepInput = z.object({ stepId: z.uuid() });
export type RemoveStep = z.output<typeof removeStepInput>;

export const removeWorkflowInput = z.object({ workflowId: z.uuid() });
export type RemoveWorkflow = z.output<typeof removeWorkflowInput>;
