"use server";
import { refresh } from "next/cache";
import { action } from "@/lib/server/action";
import { setProficiencyInput } from "./proficiency-input";
import { setProficiency } from "./set-proficiency";

export const setProficiencyAction = action(setProficiencyInput, async (viewer, input) => {
  await setProficiency(viewer, input);
  refresh();
});
