import { z } from "zod";

export const takeProposalInput = z.object({
  id: z.uuid(),
  /** An open draft to go on with; null starts one. */
  draftId: z.uuid().nullable(),
});
export type TakeProposal = z.input<typeof takeProposalInput>;

export const dismissProposalInput = z.object({
  id: z.uuid(),
  reason: z.string().trim().min(1, "Say why, so that nobody asks again").max(1000, "At most 1,000 characters"),
});
export type DismissProposal = z.input<typeof dismissProposalInput>;
