"use server";
import { refresh } from "next/cache";
import { action } from "@/lib/server/action";
import { previewInput, takeInput } from "./input";
import { readPreview } from "./preview";
import { takeIntoDraft } from "./take-into-draft";

/** What would change; nothing is kept. */
export const previewAction = action(previewInput, readPreview);

/** The draft it went into. Who comes back to the import finds that draft among those it can go into. */
export const takeIntoDraftAction = action(takeInput, async (viewer, input) => {
  const taken = await takeIntoDraft(viewer, input);
  refresh();
  return taken;
});
