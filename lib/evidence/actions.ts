"use server";
import { refresh } from "next/cache";
import { action } from "@/lib/server/action";
import { changeRules } from "./change-rules";
import { previewRules } from "./preview-rules";
import { changeRulesInput, previewRulesInput } from "./rules-input";

export const previewRulesAction = action(previewRulesInput, previewRules);

export const changeRulesAction = action(changeRulesInput, async (viewer, input) => {
  const changed = await changeRules(viewer, input);
  refresh();
  return changed;
});
