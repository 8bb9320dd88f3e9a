"use server";
import { action } from "@/lib/server/action";
import { previewInput, takeInput } from "./input";
import { readPreview } from "./preview";
import { takeIntoDraft } from "./take-into-draft";

/** What would change; nothing is kept. */
export const previewAction = action(previewInput, readPreview);

/** The draft it went into. */
export const takeIntoDraftAction = action(takeInput, takeIntoDraft);
