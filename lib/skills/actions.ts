"use server";
import { refresh } from "next/cache";
import { action } from "@/lib/server/action";
import { addComment, settleComment } from "./comments";
import { createDraft } from "./drafts/create-draft";
import { discardDraft, returnDraft, submitDraft } from "./drafts/hand-over";
import { publishDraft } from "./drafts/publish-draft";
import { saveEdit } from "./drafts/save-edit";
import { redoEdit, undoEdit } from "./drafts/step";
import {
  addCommentInput,
  createDraftInput,
  oneDraft,
  publishDraftInput,
  returnDraftInput,
  rollBackInput,
  saveEditInput,
  settleCommentInput,
  stepInput,
} from "./input";
import { rollBack } from "./roll-back";

/** The draft's id. */
export const createDraftAction = action(createDraftInput, createDraft);

/** Where the draft stands afterwards. The editor shows the edit already: nothing is rendered anew. */
export const saveEditAction = action(saveEditInput, saveEdit);
export const undoEditAction = action(stepInput, undoEdit);
export const redoEditAction = action(stepInput, redoEdit);

export const submitDraftAction = action(oneDraft, async (viewer, input) => {
  await submitDraft(viewer, input);
  refresh();
});

export const returnDraftAction = action(returnDraftInput, async (viewer, input) => {
  await returnDraft(viewer, input);
  refresh();
});

export const discardDraftAction = action(oneDraft, async (viewer, input) => {
  await discardDraft(viewer, input);
  refresh();
});

/** The number of the version, or what stands against it. */
export const publishDraftAction = action(publishDraftInput, async (viewer, input) => {
  const outcome = await publishDraft(viewer, input);
  refresh();
  return outcome;
});

/** The number of the version, or what stands against it. */
export const rollBackAction = action(rollBackInput, async (viewer, input) => {
  const outcome = await rollBack(viewer, input);
  refresh();
  return outcome;
});

export const addCommentAction = action(addCommentInput, async (viewer, input) => {
  const id = await addComment(viewer, input);
  refresh();
  return id;
});

export const settleCommentAction = action(settleCommentInput, async (viewer, input) => {
  await settleComment(viewer, input);
  refresh();
});
