"use server";
import { refresh } from "next/cache";
import { action } from "@/lib/server/action";
import { endStartInput, openStartInput, saveStepInput } from "./input";
import { leaveStart, openStart, saveStep } from "./start-commands";

export const openStartAction = action(openStartInput, openStart);

export const saveStepAction = action(saveStepInput, async (viewer, input) => {
  await saveStep(viewer, input);
  refresh();
});

export const leaveStartAction = action(endStartInput, async (viewer, input) => {
  await leaveStart(viewer, input);
  refresh();
});
