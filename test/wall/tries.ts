import { randomUUID } from "node:crypto";
import type { Viewer } from "@/lib/access/viewer";
import { editObservation } from "@/lib/observe/edit";
import { recordObservation } from "@/lib/observe/record";
import { noteReminderSeen } from "@/lib/observe/reminders/read-reminder";
import { answerReview } from "@/lib/observe/reviews/answer";
import { handInAgain, handInReview, withdrawReview } from "@/lib/observe/reviews/hand-in";
import { rateSelf } from "@/lib/observe/self/rate-self";
import { skipObservation, undoSkip } from "@/lib/observe/skip";
import { undoObservation, undoOwn } from "@/lib/observe/undo";
import { answerContest } from "@/lib/team/contests/answer-contest";
import { openContest } from "@/lib/team/contests/open-contest";
import { withdrawContest } from "@/lib/team/contests/withdraw-contest";
import { finishNudge } from "@/lib/team/nudges/finish-nudge";
import { sendNudge } from "@/lib/team/nudges/send-nudge";
import { logSupport } from "@/lib/team/support-log/log-support";
import { removeSupport } from "@/lib/team/support-log/remove-support";
import { day } from "./canary-files";
import type { Canary } from "./given-canary";
import type { Allowed } from "./walk";

/** Whom and what a command is tried on: the canary, or ids that nobody has. */
export type Target = Pick<Canary, "personId" | "fileId" | "reviewId" | "contestId" | "nudgeId" | "actionId"> & {
  observationId: string;
};

export const nobody: Target = {
  personId: randomUUID(),
  fileId: randomUUID(),
  reviewId: randomUUID(),
  contestId: randomUUID(),
  nudgeId: randomUUID(),
  actionId: randomUUID(),
  observationId: "nobody-1",
};

/**
 * A command about one person. `rightful` are those whom it is for: to everybody else it must answer about the canary as it does about nobody, so
 * that not even that there is such evidence can be found out.
 */
export type Try = {
  door: string;
  rightful: Allowed[];
  ask: (viewer: Viewer, of: Target, given: Canary) => Promise<unknown>;
};

const line: Allowed[] = ["coach", "above"];
const said = { level: 3, independent: null, accurate: null, consistent: null, note: "seen", artefact: null };
const now = () => new Date();

/** In an order in which the rightful can do one after the other. */
export const tries: readonly Try[] = [
  {
    door: "lib/observe/record.ts:recordObservation",
    rightful: line,
    ask: (viewer, { personId }, { idOf }) =>
      recordObservation(viewer, {
        ...said,
        id: randomUUID(),
        writtenBy: viewer.userId ?? "",
        people: [personId],
        behaviourId: idOf("Asks why"),
        observedAt: now(),
        photo: null,
      }),
  },
  {
    door: "lib/observe/skip.ts:skipObservation",
    rightful: line,
    ask: (viewer, { personId }, { idOf }) =>
      skipObservation(viewer, {
        writtenBy: viewer.userId ?? "",
        people: [personId],
        behaviourId: idOf("Asks why"),
        why: "not_there",
        on: day(0),
      }),
  },
  {
    door: "lib/observe/skip.ts:undoSkip",
    rightful: line,
    ask: (viewer, { personId }, { idOf }) =>
      undoSkip(viewer, {
        writtenBy: viewer.userId ?? "",
        people: [personId],
        behaviourId: idOf("Asks why"),
        on: day(0),
      }),
  },
  {
    door: "lib/observe/edit.ts:editObservation",
    rightful: ["coach"],
    ask: (viewer, { personId, observationId }) => editObservation(viewer, { ...said, personId, observationId }),
  },
  {
    door: "lib/observe/undo.ts:undoOwn",
    rightful: ["coach"],
    ask: (viewer, { personId, observationId }) => undoOwn(viewer, { personId, observationId }),
  },
  {
    door: "lib/observe/undo.ts:undoObservation",
    rightful: ["coach"],
    ask: (viewer, { personId, observationId }) =>
      undoObservation(viewer, { id: observationId, writtenBy: viewer.userId ?? "", people: [personId] }),
  },
  {
    door: "lib/observe/reminders/read-reminder.ts:noteReminderSeen",
    rightful: [],
    ask: (viewer, { nudgeId }) => noteReminderSeen(viewer, nudgeId),
  },
  {
    door: "lib/observe/reviews/answer.ts:answerReview",
    rightful: ["reviewer"],
    ask: (viewer, { personId, reviewId }) =>
      answerReview(viewer, { personId, id: reviewId, round: 1, status: "rejected", answer: "no", ratings: [] }),
  },
  {
    door: "lib/observe/reviews/hand-in.ts:handInReview",
    rightful: [],
    ask: (viewer, { reviewId, personId }, { idOf }) =>
      handInReview(viewer, {
        id: reviewId,
        title: "Mine",
        link: "https://example.com",
        note: null,
        behaviourIds: [idOf("Holds the note")],
        reviewerId: personId,
        file: null,
      }),
  },
  {
    door: "lib/observe/reviews/hand-in.ts:handInAgain",
    rightful: ["self"],
    ask: (viewer, { reviewId }) =>
      handInAgain(viewer, { id: reviewId, round: 1, link: "https://example.com", note: null, file: null }),
  },
  {
    door: "lib/observe/reviews/hand-in.ts:withdrawReview",
    rightful: ["self"],
    ask: (viewer, { reviewId }) => withdrawReview(viewer, { id: reviewId, round: 2 }),
  },
  {
    door: "lib/observe/self/rate-self.ts:rateSelf",
    rightful: ["self"],
    ask: (viewer, _, { idOf }) => rateSelf(viewer, { behaviourId: idOf("Holds the note"), level: 2 }),
  },
  {
    door: "lib/team/contests/open-contest.ts:openContest",
    rightful: ["self"],
    ask: (viewer, { observationId }) => openContest(viewer, { observationId, reason: "This was not me at all" }),
  },
  {
    door: "lib/team/contests/answer-contest.ts:answerContest",
    rightful: line,
    ask: (viewer, { personId, contestId: id }) =>
      answerContest(viewer, { personId, id, decision: "declined", answer: "I saw it myself" }),
  },
  {
    door: "lib/team/contests/withdraw-contest.ts:withdrawContest",
    rightful: ["self"],
    ask: (viewer, { contestId: id }) => withdrawContest(viewer, { id }),
  },
  {
    door: "lib/team/nudges/send-nudge.ts:sendNudge",
    rightful: line,
    ask: (viewer, { personId }) => sendNudge(viewer, { personId, kind: "praise", text: "Well done", skillId: null }),
  },
  {
    door: "lib/team/nudges/finish-nudge.ts:finishNudge",
    rightful: ["self"],
    ask: (viewer, { nudgeId: id }) => finishNudge(viewer, { id }),
  },
  {
    door: "lib/team/support-log/log-support.ts:logSupport",
    rightful: line,
    ask: (viewer, { personId }) =>
      logSupport(viewer, { personId, kind: "coaching", doneOn: day(1), skillId: null, note: null }),
  },
  {
    door: "lib/team/support-log/remove-support.ts:removeSupport",
    rightful: ["coach"],
    ask: (viewer, { personId, actionId: id }) => removeSupport(viewer, { personId, id }),
  },
];
