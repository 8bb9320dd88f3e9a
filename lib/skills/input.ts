import { z } from "zod";
import { entryId } from "@/lib/entry";
import { editInput } from "@/lib/skills/tree/node-input";
import { isWritable } from "@/lib/writable";

const id = z.uuid();
const sentence = (most: number, ask: string) =>
  z
    .string()
    .trim()
    .min(1, ask)
    .max(most, `At most ${most} characters`)
    .refine(isWritable, "Has a character that cannot be kept");
/** The number of the last edit that stands, as the browser knows it. */
const at = z.int().min(0);

export const createDraftInput = z.object({ entryId, title: sentence(120, "Give the draft a title") });
export const saveEditInput = z.object({ draftId: id, at, edit: editInput });
export const stepInput = z.object({ draftId: id, at });
export const oneDraft = z.object({ draftId: id });
export const returnDraftInput = oneDraft.extend({ note: sentence(2_000, "Say what is to be changed") });
export const publishDraftInput = oneDraft.extend({
  note: sentence(2_000, "Say what changes, in a sentence others will read"),
  /** By node, which of the two stays where the taxonomy in force has changed since the draft touched it, and what was seen of it then. */
  keep: z.record(id, z.object({ side: z.enum(["draft", "in-force"]), seen: z.string().max(40) })).default({}),
});
export const rollBackInput = z.object({
  /** 0 is the taxonomy as it was before version 1. */
  to: z.int().min(0),
  note: sentence(2_000, "Say why, in a sentence others will read"),
});
export const addCommentInput = z.object({ entryId, nodeId: id, text: sentence(2_000, "Write a comment") });
export const settleCommentInput = z.object({ commentId: id, settled: z.boolean().default(true) });

export type CreateDraft = z.input<typeof createDraftInput>;
export type SaveEdit = z.input<typeof saveEditInput>;
export type Step = z.input<typeof stepInput>;
export type OneDraft = z.input<typeof oneDraft>;
export type ReturnDraft = z.input<typeof returnDraftInput>;
export type PublishDraft = z.input<typeof publishDraftInput>;
export type RollBack = z.input<typeof rollBackInput>;
export type AddComment = z.input<typeof addCommentInput>;
export type SettleComment = z.input<typeof settleCommentInput>;
