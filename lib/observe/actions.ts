"use server";
import { refresh } from "next/cache";
import { action } from "@/lib/server/action";
import { editObservation } from "./edit";
import { editInput, undoOwnInput } from "./input";
import { undoOwn } from "./undo";

export const editObservationAction = action(editInput, async (viewer, input) => {
  await editObservation(viewer, input);
  refresh();
});

export const undoOwnAction = action(undoOwnInput, async (viewer, input) => {
  await undoOwn(viewer, input);
  refresh();
});
