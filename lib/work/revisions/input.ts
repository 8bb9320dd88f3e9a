import { z } from "zod";
import { dayNearToday } from "@/lib/entered-day";

const text = (message: string) => z.string().trim().min(3, message).max(2_000, "At most 2,000 characters");

/** Somebody takes content on to revise it. */
export const openRevisionInput = z.object({
  activityId: z.uuid(),
  ownerId: z.uuid("Choose who revises it"),
  dueOn: dayNearToday.nullable(),
  why: text("Say why it is to be revised"),
});
export type OpenRevision = z.output<typeof openRevisionInput>;

/** What became of it. */
export const closeRevisionInput = z.object({
  id: z.uuid(),
  status: z.enum(["done", "dropped"]),
  outcome: text("Say what was changed, or why nothing was"),
});
export type CloseRevision = z.output<typeof closeRevisionInput>;
