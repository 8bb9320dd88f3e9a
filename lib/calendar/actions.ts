"use server";
import { refresh } from "next/cache";
import { action } from "@/lib/server/action";
import { removeEventInput, saveEventInput } from "./calendar-input";
import { removeEvent } from "./remove-event";
import { saveEvent } from "./save-event";

export const saveEventAction = action(saveEventInput, async (viewer, input) => {
  const saved = await saveEvent(viewer, input);
  refresh();
  return saved;
});

export const removeEventAction = action(removeEventInput, async (viewer, input) => {
  await removeEvent(viewer, input);
  refresh();
});
