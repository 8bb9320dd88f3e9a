import type { Answer, Days } from "./answer";

export type QuestionId = "proficiency" | "escalations" | "managers" | "confidence";

/** One figure that answers a question, with the way to where it comes from. */
export type AnswerPart = {
  id: string;
  name: string;
  /** As `Formats` knows it. */
  unit: string;
  wanted: "up" | "down";
  /** Whether the question is answered by it; else it stands beside, as an early sign. */
  decides: boolean;
  answer: Answer;
  /** What one must know beside the figure; null for nothing. */
  note: string | null;
  href: string;
  source: string;
};

export type Question = { id: QuestionId; asks: string; parts: AnswerPart[] };

/** The four questions of days 61 to 90, answered from data as they are. */
export type Answers = {
  /** Null where there are no days to compare; `because` then says why. */
  before: Days | null;
  since: Days | null;
  because: string | null;
  questions: Question[];
};

export const questionWords: Record<QuestionId, string> = {
  proficiency: "Did time to proficiency improve?",
  escalations: "Are escalations lower?",
  managers: "Are managers spending less time answering repeated questions?",
  confidence: "Are learners more confident and more consistent?",
};

/** The answer of a question in a word, of the figures that decide it. `mixed` where they point both ways. */
export function verdictOf({ parts }: Question): "yes" | "no" | "no-difference" | "mixed" | "cannot-tell" {
  const figures = parts.flatMap(({ answer, decides }) => (decides && answer.kind === "figure" ? [answer.verdict] : []));
  if (figures.length === 0) return "cannot-tell";
  const [better, worse] = [figures.includes("better"), figures.includes("worse")];
  if (better && worse) return "mixed";
  if (better) return "yes";
  return worse ? "no" : "no-difference";
}
