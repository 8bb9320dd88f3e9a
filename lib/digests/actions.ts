"use server";
import { refresh } from "next/cache";
import { action } from "@/lib/server/action";
import { pauseDigest, removeDigest } from "./change-digest";
import { digestIdInput, digestInput, pauseInput } from "./input";
import { saveDigest } from "./save-digest";
import { sendNow } from "./send-now";

export const saveDigestAction = action(digestInput, async (viewer, input) => {
  const saved = await saveDigest(viewer, input);
  refresh();
  return saved;
});

export const pauseDigestAction = action(pauseInput, async (viewer, input) => {
  await pauseDigest(viewer, input);
  refresh();
});

export const removeDigestAction = action(digestIdInput, async (viewer, input) => {
  await removeDigest(viewer, input);
  refresh();
});

export const sendNowAction = action(digestIdInput, async (viewer, input) => {
  const outcome = await sendNow(viewer, input);
  refresh();
  return outcome;
});
