import type { SurveyQuestion } from "@/db/schema/surveys";
import { answerClasses } from "@/db/schema/work";
import type { FieldErrors } from "@/lib/errors";
import type { AnswerClass } from "@/lib/surveys/survey";

export type Answer = {
  question: SurveyQuestion;
  class: AnswerClass | null;
  score: number | null;
  words: string | null;
};

const longestWords = 2_000;

/** What was sent, by question id, as answers; questions left empty are no answers. `fields` holds what is wrong, by question id. */
export function parseAnswers(
  questions: readonly SurveyQuestion[],
  sent: Readonly<Record<string, string>>,
): { answers: Answer[]; fields: FieldErrors } {
  const fields: FieldErrors = {};
  const answers = questions.flatMap((question): Answer[] => {
    const text = (sent[question.id] ?? "").trim();
    if (text === "") {
      if (question.required) fields[question.id] = [askFor[question.kind]];
      return [];
    }
    const answer = parseOne(question, text);
    if (!answer) fields[question.id] = [wrong[question.kind]];
    return answer ? [answer] : [];
  });
  if (answers.length === 0 && Object.keys(fields).length === 0) fields[""] = ["Answer at least one question"];
  return { answers, fields };
}

const askFor = {
  class: "Choose one",
  scale: "Choose a number from 1 to 5",
  words: "Write something, a few words will do",
} as const;
const wrong = {
  class: "Choose one of these",
  scale: "Choose a number from 1 to 5",
  words: `At most ${longestWords} characters`,
};

function parseOne(question: SurveyQuestion, text: string): Answer | null {
  const none = { question, class: null, score: null, words: null };
  if (question.kind === "words") {
    const words = text.replaceAll("\0", "");
    return words.length > longestWords ? null : { ...none, words };
  }
  if (question.kind === "scale") return /^[1-5]$/.test(text) ? { ...none, score: Number(text) } : null;
  const kind = answerClasses.find((one) => one === text);
  return kind ? { ...none, class: kind } : null;
}
