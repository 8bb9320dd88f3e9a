"use server";
import { refresh } from "next/cache";
import { action } from "@/lib/server/action";
import { recordDecisionInput, reviewDecisionInput, withdrawDecisionInput } from "./decision-input";
import { recordDecision } from "./record-decision";
import { reviewDecision, withdrawDecision } from "./review-decision";

export const recordDecisionAction = action(recordDecisionInput, async (viewer, input) => {
  const recorded = await recordDecision(viewer, input);
  refresh();
  return recorded;
});

export const reviewDecisionAction = action(reviewDecisionInput, async (viewer, input) => {
  const reviewed = await reviewDecision(viewer, input);
  refresh();
  return reviewed;
});

export const withdrawDecisionAction = action(withdrawDecisionInput, async (viewer, input) => {
  await withdrawDecision(viewer, input);
  refresh();
});
