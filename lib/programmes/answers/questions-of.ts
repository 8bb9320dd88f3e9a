import { initiativeHref } from "@/lib/initiatives/initiative-href";
import type { Answer } from "./answer";
import { type AnswerPart, type Question, type QuestionId, questionWords } from "./questions";

/** The answer of every figure, and what must be said beside the time of helpers. */
export type Found = Record<
  "newcomers" | "level" | "escalated" | "help" | "confident" | "consistent" | "independent",
  Answer
> & { helpNote: string | null };
export type Place = { initiativeId: string; workflowId: string | null };

type More = Pick<AnswerPart, "href" | "source"> & Partial<Pick<AnswerPart, "note" | "decides">>;

/** The four questions with their figures: by which of them each is answered, and where each comes from. */
export function questionsOf(found: Found, { initiativeId, workflowId }: Place): Question[] {
  const chain = { href: initiativeHref(initiativeId, "ladder"), source: "Chain of the initiative" };
  const workflow = { href: workflowId ? `/work/workflows/${workflowId}` : "/work", source: "Workflow" };
  const help = { href: "/work/help", source: "Help requests", note: found.helpNote };
  return [
    question(
      "proficiency",
      part("time", "Days until newcomers can do the job", ["days", "down"], found.newcomers, {
        href: "/scorecard",
        source: "Scorecard",
      }),
      part("level", "Level seen by others", ["levels", "up"], found.level, {
        ...chain,
        decides: false,
        note: "An early sign: how well the behaviours are done, not how soon.",
      }),
    ),
    question("escalations", part("escalated", "Jobs escalated", ["share", "down"], found.escalated, workflow)),
    question(
      "managers",
      part(
        "minutes",
        "Minutes spent on repeated questions, per learner and month",
        ["minutes", "down"],
        found.help,
        help,
      ),
    ),
    question(
      "confidence",
      part("confident", "Confidence in their own answers", ["share", "up"], found.confident, chain),
      part("consistent", "Done alike each time, as seen by others", ["share", "up"], found.consistent, chain),
      part("independent", "Done without help, as seen by others", ["share", "up"], found.independent, {
        ...chain,
        decides: false,
      }),
    ),
  ];
}

const question = (id: QuestionId, ...parts: AnswerPart[]): Question => ({ id, asks: questionWords[id], parts });

function part(
  id: string,
  name: string,
  [unit, wanted]: [unit: string, wanted: "up" | "down"],
  answer: Answer,
  more: More,
): AnswerPart {
  return { id, name, unit, wanted, answer, note: null, decides: true, ...more };
}
