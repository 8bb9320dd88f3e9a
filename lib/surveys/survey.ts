import type { SurveyQuestion } from "@/db/schema/surveys";
import type { answerClasses, answerDimensions, instruments } from "@/db/schema/work";

export type Instrument = (typeof instruments)[number];
export type AnswerClass = (typeof answerClasses)[number];
export type Dimension = (typeof answerDimensions)[number];
export type QuestionKind = SurveyQuestion["kind"];

export type SurveyState = "planned" | "open" | "closed";

/** Days of UTC, 'YYYY-MM-DD'; the last day is included. */
export function surveyState(
  { opensOn, closesOn, closedAt }: { opensOn: string; closesOn: string | null; closedAt: Date | string | null },
  today: string,
): SurveyState {
  if (closedAt !== null || (closesOn !== null && closesOn < today)) return "closed";
  return opensOn > today ? "planned" : "open";
}

export const mostQuestions = 7;

/** What a debrief or focus group said stands under this, beside the form's own questions. */
export const statementQuestion = { id: "statement", text: "What was said" } as const;

export const instrumentWords: Record<Instrument, string> = {
  pulse: "Pulse",
  debrief: "Debrief",
  focus_group: "Focus group",
  annual: "Annual survey",
};

export const classWords: Record<AnswerClass, string> = {
  helpful: "Helpful to real work",
  distracting: "Distracting",
  irrelevant: "Irrelevant to real work",
};

export const dimensionWords: Record<Dimension, string> = {
  learning: "Learning",
  growth: "Growth",
  support: "Support",
};

export const kindWords: Record<QuestionKind, string> = {
  class: "Helpful, distracting or irrelevant",
  scale: "Scale from 1 to 5",
  words: "In their own words",
};

export const stateWords: Record<SurveyState, string> = { planned: "Not open yet", open: "Open", closed: "Closed" };

export const scaleEnds = { low: "1: not at all", high: "5: fully" } as const;
