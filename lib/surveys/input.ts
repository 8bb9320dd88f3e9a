import { z } from "zod";
import { answerClasses, answerDimensions, instruments } from "@/db/schema/work";
import { dayNearToday } from "@/lib/entered-day";
import { entryId } from "@/lib/entry";

/** A shared link is good for so many answers at most, and so many people may be sent one of their own at once. */
export const mostAnswers = 10_000;

const line = (least: string, longest: number) =>
  z.string().trim().min(3, least).max(longest, `At most ${longest} characters`);
const dimension = z.enum(answerDimensions, "Choose learning, growth or support");

export const questionInput = z.object({
  text: line("Write the question", 300),
  kind: z.enum(["class", "scale", "words"], "Choose how it is answered"),
  dimension: dimension.nullable(),
  required: z.boolean(),
});
export type QuestionInput = z.output<typeof questionInput>;

const surveyFields = {
  title: line("Give it a title", 120),
  introduction: z.string().trim().max(1_000, "At most 1000 characters"),
  instrument: z.enum(instruments, "Choose what it is"),
  initiativeId: z.uuid("Choose one of the list").nullable(),
  /** Whose people are asked; null: everybody. */
  unitId: z.uuid("Choose one of the list").nullable(),
  isAnonymous: z.boolean(),
  opensOn: dayNearToday,
  closesOn: dayNearToday.nullable(),
  /** Their faults stand under `questions.0.text` and so on. */
  questions: z.array(z.unknown()),
};

export const createSurveyInput = z.object({ ...surveyFields, entryId });
export type CreateSurvey = z.output<typeof createSurveyInput>;

export const editSurveyInput = z.object({ ...surveyFields, id: z.uuid(), revision: z.number().int() });
export type EditSurvey = z.output<typeof editSurveyInput>;

export const turnSurveyInput = z.object({ id: z.uuid(), revision: z.number().int() });
export type TurnSurvey = z.output<typeof turnSurveyInput>;

export const sharedLinkInput = z.object({
  entryId,
  surveyId: z.uuid(),
  mostAnswers: z
    .number("Write how many answers it is good for")
    .int("Write a whole number")
    .min(1, "At least one")
    .max(mostAnswers, `At most ${mostAnswers}`),
});
export type SharedLink = z.output<typeof sharedLinkInput>;

export const personalLinksInput = z.object({
  surveyId: z.uuid(),
  group: z.string().min(1, "Choose who is asked"),
});
export type PersonalLinks = z.output<typeof personalLinksInput>;

/** `which`: the id of a shared link, or all personal ones of the survey. */
export const revokeLinksInput = z.object({ surveyId: z.uuid(), which: z.union([z.uuid(), z.literal("personal")]) });
export type RevokeLinks = z.output<typeof revokeLinksInput>;

export const statementInput = z.object({
  /** Who of the group said it: a number given by whoever writes, no name. */
  speaker: z.number("Number the people of the group").int("A whole number").min(1, "From 1 on").max(99, "At most 99"),
  words: line("Write what was said", 2_000),
  class: z.enum(answerClasses, "Choose one"),
  dimension: dimension.nullable(),
});

export const enterStatementsInput = z.object({
  surveyId: z.uuid(),
  /** No row has it: statements have ids made of it. */
  entryId,
  heldOn: dayNearToday,
  /** Their faults stand under `statements.0.words` and so on. */
  statements: z.array(z.unknown()).min(1, "Write at least one statement").max(100, "At most 100 at a time"),
});
export type EnterStatements = z.output<typeof enterStatementsInput>;
