"use server";
import { refresh } from "next/cache";
import { action } from "@/lib/server/action";
import { setTargetInput } from "./target-input";
import { setTarget } from "./targets";

export const setTargetAction = action(setTargetInput, async (viewer, input) => {
  await setTarget(viewer, input);
  refresh();
});
