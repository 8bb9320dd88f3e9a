"use server";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { action } from "@/lib/server/action";
import { amendPlan } from "./amend-plan";
import { explorePlan } from "./explore-plan";
import { amendPlanInput, explorePlanInput, oneInitiative } from "./plan-input";
import { discardDraft, registerPlan } from "./register-plan";

export const amendPlanAction = action(amendPlanInput, async (viewer, input) => {
  const amended = await amendPlan(viewer, input);
  refresh();
  return amended;
});

export const explorePlanAction = action(explorePlanInput, (viewer, input) => explorePlan(viewer, input));

export const registerPlanAction = action(oneInitiative, async (viewer, { initiativeId }) => {
  const registered = await registerPlan(viewer, initiativeId);
  refresh();
  return registered;
});

export const discardDraftAction = action(oneInitiative, async (viewer, { initiativeId }) => {
  await discardDraft(viewer, initiativeId);
  redirect("/initiatives");
});
