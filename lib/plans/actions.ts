"use server";
import { refresh } from "next/cache";
import { action } from "@/lib/server/action";
import { amendPlanInput } from "./amend-input";
import { amendPlan } from "./amend-plan";

export const amendPlanAction = action(amendPlanInput, async (viewer, input) => {
  const amended = await amendPlan(viewer, input);
  refresh();
  return amended;
});
