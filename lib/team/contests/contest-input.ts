import { z } from "zod";

const words = (least: number, what: string) => z.string().trim().min(least, what).max(2000, "At most 2,000 characters");

export const openContestInput = z.object({
  observationId: z.string().min(1).max(200),
  reason: words(10, "Say in a sentence what is not right about it"),
});
export type OpenContest = z.input<typeof openContestInput>;

export const withdrawContestInput = z.object({ id: z.uuid() });
export type WithdrawContest = z.input<typeof withdrawContestInput>;

export const answerContestInput = z.object({
  personId: z.uuid(),
  id: z.uuid(),
  decision: z.enum(["upheld", "declined"], "Choose whether the observation stays"),
  answer: words(10, "Answer in a sentence: the person will read it"),
});
export type AnswerContest = z.input<typeof answerContestInput>;
