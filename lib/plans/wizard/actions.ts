"use server";
import { redirect } from "next/navigation";
import { initiativeHref } from "@/lib/initiatives/initiative-href";
import { action } from "@/lib/server/action";
import { createDraft } from "./create-draft";
import { createDraftInput } from "./draft-input";

export const createDraftAction = action(createDraftInput, async (viewer, input) => {
  const { id } = await createDraft(viewer, { input, today: new Date().toISOString().slice(0, 10) });
  redirect(initiativeHref(id));
});
