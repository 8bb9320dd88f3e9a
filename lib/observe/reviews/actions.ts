"use server";
import { refresh } from "next/cache";
import { action } from "@/lib/server/action";
import { answerReview } from "./answer";
import { withdrawReview } from "./hand-in";
import { answerInput, withdrawInput } from "./input";

export const answerReviewAction = action(answerInput, async (viewer, input) => {
  await answerReview(viewer, input);
  refresh();
});

export const withdrawReviewAction = action(withdrawInput, async (viewer, input) => {
  await withdrawReview(viewer, input);
  refresh();
});
