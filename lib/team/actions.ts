"use server";
import { refresh } from "next/cache";
import { action } from "@/lib/server/action";
import { answerContest } from "./contests/answer-contest";
import { answerContestInput, openContestInput, withdrawContestInput } from "./contests/contest-input";
import { openContest } from "./contests/open-contest";
import { withdrawContest } from "./contests/withdraw-contest";
import { finishNudge } from "./nudges/finish-nudge";
import { finishNudgeInput, sendNudgeInput } from "./nudges/nudge-input";
import { sendNudge } from "./nudges/send-nudge";
import { logSupport } from "./support-log/log-support";
import { removeSupport } from "./support-log/remove-support";
import { logSupportInput, removeSupportInput } from "./support-log/support-input";

export const openContestAction = action(openContestInput, async (viewer, input) => {
  const opened = await openContest(viewer, input);
  refresh();
  return opened;
});

export const withdrawContestAction = action(withdrawContestInput, async (viewer, input) => {
  await withdrawContest(viewer, input);
  refresh();
});

export const answerContestAction = action(answerContestInput, async (viewer, input) => {
  await answerContest(viewer, input);
  refresh();
});

export const sendNudgeAction = action(sendNudgeInput, async (viewer, input) => {
  const { showFrom } = await sendNudge(viewer, input);
  refresh();
  return { showFrom: showFrom.toISOString() };
});

export const finishNudgeAction = action(finishNudgeInput, async (viewer, input) => {
  await finishNudge(viewer, input);
  refresh();
});

export const logSupportAction = action(logSupportInput, async (viewer, input) => {
  const logged = await logSupport(viewer, input);
  refresh();
  return logged;
});

export const removeSupportAction = action(removeSupportInput, async (viewer, input) => {
  await removeSupport(viewer, input);
  refresh();
});
