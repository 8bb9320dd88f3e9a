import { z } from "zod";
import { dayNearToday } from "@/lib/entered-day";
import { entryId } from "@/lib/entry";
import { kinds, outcomes } from "./kinds";

const text = (message: string, most: number) =>
  z
    .string()
    .trim()
    .min(3, message)
    .max(most, `At most ${most.toLocaleString("en-GB")} characters`);

export const recordDecisionInput = z.object({
  entryId,
  /** Null: of something that is no initiative. */
  initiativeId: z.uuid("Choose an initiative").nullable(),
  kind: z.enum(kinds, "Choose what was decided"),
  title: text("Say what was decided, in a line", 200),
  reason: text("Say why, so that a later reader understands", 4_000),
  decidedBy: text("Say who decided", 200),
  decidedOn: dayNearToday,
  reviewOn: dayNearToday.nullable(),
});
export type RecordDecision = z.output<typeof recordDecisionInput>;

export const reviewDecisionInput = z.object({
  /** Of the review. */
  entryId,
  id: z.uuid(),
  /** Of the decision as it was seen: the second of two who review it at once is told. */
  revision: z.int(),
  outcome: z.enum(outcomes, "Choose how it turned out"),
  whatHappened: text("Say what happened after", 4_000),
  /** Null: nobody needs to look again. */
  nextReviewOn: dayNearToday.nullable(),
});
export type ReviewDecision = z.output<typeof reviewDecisionInput>;

export const withdrawDecisionInput = z.object({ id: z.uuid(), revision: z.int() });
export type WithdrawDecision = z.output<typeof withdrawDecisionInput>;
