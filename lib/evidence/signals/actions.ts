"use server";
import { refresh } from "next/cache";
import { action } from "@/lib/server/action";
import { previewSignal } from "./preview-signal";
import { activateSignal, changeSignal, retireSignal, saveSignal } from "./signal-commands";
import { changeSignalInput, previewSignalInput, saveSignalInput, signalIdInput } from "./signal-input";

export const previewSignalAction = action(previewSignalInput, previewSignal);

export const saveSignalAction = action(saveSignalInput, saveSignal);

export const activateSignalAction = action(signalIdInput, async (viewer, input) => {
  await activateSignal(viewer, input);
  refresh();
});

export const changeSignalAction = action(changeSignalInput, changeSignal);

export const retireSignalAction = action(signalIdInput, async (viewer, input) => {
  await retireSignal(viewer, input);
  refresh();
});
