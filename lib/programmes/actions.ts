"use server";
import { refresh } from "next/cache";
import { action } from "@/lib/server/action";
import { fillItems } from "./fill-items";
import { settleFollowUp } from "./follow-ups";
import { addItem, changeItem, settleItem } from "./items";
import {
  addItemInput,
  changeItemInput,
  changeProgrammeInput,
  fillItemsInput,
  holdReviewInput,
  settleFollowUpInput,
  settleItemInput,
  startProgrammeInput,
} from "./programme-input";
import { holdReview } from "./reviews/hold-review";
import { changeProgramme, startProgramme } from "./start-programme";

export const startProgrammeAction = action(startProgrammeInput, async (viewer, input) => {
  await startProgramme(viewer, input);
  refresh();
});

export const changeProgrammeAction = action(changeProgrammeInput, async (viewer, input) => {
  await changeProgramme(viewer, input);
  refresh();
});

export const addItemAction = action(addItemInput, async (viewer, input) => {
  const added = await addItem(viewer, input);
  refresh();
  return added;
});

export const changeItemAction = action(changeItemInput, async (viewer, input) => {
  await changeItem(viewer, input);
  refresh();
});

export const settleItemAction = action(settleItemInput, async (viewer, input) => {
  await settleItem(viewer, input);
  refresh();
});

export const settleFollowUpAction = action(settleFollowUpInput, async (viewer, input) => {
  await settleFollowUp(viewer, input);
  refresh();
});

export const fillItemsAction = action(fillItemsInput, async (viewer, input) => {
  const filled = await fillItems(viewer, input);
  refresh();
  return filled;
});

export const holdReviewAction = action(holdReviewInput, async (viewer, input) => {
  const held = await holdReview(viewer, input);
  refresh();
  return held;
});
