"use server";
import { refresh } from "next/cache";
import { action } from "@/lib/server/action";
import { scaleInput } from "./input";
import { saveScale } from "./save-scale";

/** The version it became. */
export const saveScaleAction = action(scaleInput, async (viewer, input) => {
  const saved = await saveScale(viewer, input);
  refresh();
  return saved;
});
