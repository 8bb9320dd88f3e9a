import { z } from "zod";
import { level, longestLink, longestNote } from "@/lib/observe/input";

const optional = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `At most ${most} characters`)
    .transform((text) => text || null)
    .nullish()
    .transform((text) => text ?? null);

const link = optional(longestLink).refine(
  (text) => text === null || (/^https?:\/\//i.test(text) && URL.canParse(text)),
  "Write a whole address, such as https://...",
);

/** `id` is made in the browser, so that a second press is the same hand-in. */
export const handInInput = z.object({
  id: z.uuid(),
  title: z.string().trim().min(1, "Say what it is").max(200, "At most 200 characters"),
  link,
  note: optional(longestNote),
  behaviourIds: z.array(z.uuid()).min(1, "Choose what it should show").max(3, "Choose three at most"),
  reviewerId: z.uuid("Choose somebody"),
});
export type HandIn = z.output<typeof handInInput>;

/** Another round of work that was sent back. */
export const againInput = z.object({ id: z.uuid(), round: z.int().min(1).max(50), link, note: optional(longestNote) });
export type Again = z.output<typeof againInput>;

const answers = ["accepted", "redo", "rejected"] as const;
export type Answer = (typeof answers)[number];

export const answerInput = z
  .object({
    personId: z.uuid(),
    id: z.uuid(),
    round: z.int().min(1),
    status: z.enum(answers, "Choose an answer"),
    answer: optional(longestNote),
    ratings: z.array(z.object({ behaviourId: z.uuid(), level })).max(3),
  })
  .superRefine(({ status, answer, ratings }, context) => {
    if (status === "redo" && !answer)
      context.addIssue({ code: "custom", path: ["answer"], message: "Say what to change" });
    if (status === "rejected" && !answer) context.addIssue({ code: "custom", path: ["answer"], message: "Say why" });
    if (status !== "rejected" && ratings.length === 0) {
      context.addIssue({
        code: "custom",
        path: ["ratings"],
        message: "Say of at least one behaviour what the work shows",
      });
    }
  });
export type AnswerReview = z.output<typeof answerInput>;

export const withdrawInput = z.object({ id: z.uuid(), round: z.int().min(1) });
