import type { SurveyQuestion } from "@/db/schema/surveys";
import { answerDimensions } from "@/db/schema/work";
import { type Dimension, statementQuestion } from "@/lib/surveys/survey";
import {
  type AnswerRow,
  type Classes,
  classesOf,
  type Said,
  type Scale,
  type Shown,
  scaleOf,
  wordsOf,
} from "./figures";

export type QuestionResult = {
  id: string;
  text: string;
  kind: SurveyQuestion["kind"];
  dimension: Dimension | null;
  classes: Shown<Classes> | null;
  scale: Shown<Scale> | null;
  /** What people wrote, by the alphabet: nothing tells who wrote first, nor what else they said. */
  words: Shown<Said[]> | null;
};

export type Summary = {
  classes: Shown<Classes>;
  dimensions: { id: Dimension; classes: Shown<Classes>; scale: Shown<Scale> }[];
  questions: QuestionResult[];
};

/**
 * What the people of a survey answered: each person is one voice in every figure. Shares with Wilson's interval, means with Student's t over
 * one value per person (the mean of what they said, where several questions speak of one dimension). Under the minimum a figure is withheld.
 */
export function summarise(questions: readonly SurveyQuestion[], rows: readonly AnswerRow[], minimum: number): Summary {
  const order = new Map(questions.map(({ id }, at) => [id, at]));
  const inOrder = rows.toSorted((a, b) => (order.get(a.questionId) ?? 99) - (order.get(b.questionId) ?? 99));
  const statements = inOrder.filter(({ questionId }) => questionId === statementQuestion.id);
  const asked = questions.map((question) => ({
    ...question,
    rows: inOrder.filter(({ questionId }) => questionId === question.id),
  }));
  return {
    classes: classesOf(overall(inOrder), minimum),
    dimensions: answerDimensions.map((id) => {
      const own = inOrder.filter(({ dimension }) => dimension === id);
      return { id, classes: classesOf(own, minimum), scale: scaleOf(own, minimum) };
    }),
    questions: [
      ...asked.map((question) => questionResult(question, question.rows, minimum)),
      ...(statements.length > 0 ? [statementResult(statements, minimum)] : []),
    ],
  };
}

/** As the ladder counts a response: its question about no dimension, else its first one. */
export const overall = (rows: readonly AnswerRow[]) =>
  rows.toSorted((a, b) => Number(a.dimension !== null) - Number(b.dimension !== null));

function questionResult(
  { id, text, kind, dimension }: SurveyQuestion,
  rows: readonly AnswerRow[],
  minimum: number,
): QuestionResult {
  const none = { classes: null, scale: null, words: null };
  const base = { id, text, kind, dimension: dimension ?? null, ...none };
  if (kind === "class") return { ...base, classes: classesOf(rows, minimum) };
  if (kind === "scale") return { ...base, scale: scaleOf(rows, minimum) };
  return { ...base, words: wordsOf(rows, minimum) };
}

function statementResult(rows: readonly AnswerRow[], minimum: number): QuestionResult {
  const { id, text } = statementQuestion;
  return {
    id,
    text,
    kind: "words",
    dimension: null,
    classes: classesOf(rows, minimum),
    scale: null,
    words: wordsOf(rows, minimum),
  };
}
