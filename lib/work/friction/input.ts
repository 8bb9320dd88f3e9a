import { z } from "zod";
import { frictionKinds, frictionStatuses } from "@/db/schema/workflows";
import { entryId } from "@/lib/entry";

const statement = z.string().trim().min(3, "Say in a few words where it goes wrong").max(500, "At most 500 characters");

/** A friction point as somebody told it. */
export const addFrictionInput = z.object({
  entryId,
  roleId: z.uuid("Choose the role"),
  taskId: z.uuid().nullable(),
  stepId: z.uuid().nullable(),
  kind: z.enum(frictionKinds),
  statement,
  toldBy: z.int("Write a whole number").min(1, "At least one person told it").max(10_000, "At most 10,000"),
});
export type AddFriction = z.output<typeof addFrictionInput>;

/** A friction point as data show it; the figures are looked up again when it is kept. */
const proposed = { roleId: z.uuid(), taskId: z.uuid(), kind: z.enum(frictionKinds) };
export const keepFrictionInput = z.object({ ...proposed, statement });
export type KeepFriction = z.output<typeof keepFrictionInput>;

export const dismissFrictionInput = z.object({
  ...proposed,
  reason: z.string().trim().min(3, "Say why it is none, for who comes after you").max(500, "At most 500 characters"),
});
export type DismissFriction = z.output<typeof dismissFrictionInput>;

/** What is done about a friction point; `was` is the state the viewer saw. */
export const changeFrictionInput = z.object({
  id: z.uuid(),
  was: z.enum(frictionStatuses),
  status: z.enum(["open", "in_work", "solved"]),
  ofProcess: z.boolean(),
  activityIds: z.array(z.uuid()).max(50, "At most 50 activities"),
  stepId: z.uuid().nullable(),
});
export type ChangeFriction = z.output<typeof changeFrictionInput>;

/** Which friction point an activity was built for. */
export const anchorActivityInput = z.object({ activityId: z.uuid(), frictionId: z.uuid("Choose a friction point") });
export type AnchorActivity = z.output<typeof anchorActivityInput>;
