import type { Formats } from "@/lib/format/formats";
import { type Answers, verdictOf } from "@/lib/programmes/answers/questions";

/** What the data say that a review should speak about. */
export type AgendaFacts = {
  content: {
    /** Of the chain's activities: what somebody has in hand. */
    revisions: { activity: string; why: string; dueOn: string | null; overdue: boolean }[];
    unowned: string[];
    /** Of the programme: assets that are not done, and documents that were listed. */
    assetsOpen: number;
    listed: number;
  };
  kpi: {
    name: string;
    /** The last two periods on file of the learners; null where nothing may be shown. */
    last: { period: string; value: string } | null;
    previous: { period: string; value: string } | null;
    target: string | null;
  }[];
  /** What may be said of the initiative today. */
  sentence: string | null;
  feedback: {
    /** Answers by class since the day before which nothing is asked; "withheld" where they are of too few people, null where there are none. */
    since: string;
    answers: { helpful: number; distracting: number; irrelevant: number } | "withheld" | null;
  };
  /** Items of the programme that are overdue. */
  overdue: { title: string; dueOn: string }[];
};

/** The agenda of the monthly review of content: what is being revised, what nobody owns, what is missing. */
export function contentAgenda({ content }: AgendaFacts, formats: Formats): string[] {
  const { revisions, unowned, assetsOpen, listed } = content;
  const lines = revisions.map(({ activity, why, dueOn, overdue }) => {
    const due = dueOn ? `, ${overdue ? "overdue since" : "due on"} ${formats.date(dueOn)}` : "";
    return `${activity} is being revised${due}: ${why}`;
  });
  if (unowned.length > 0) lines.push(`Nobody owns ${unowned.join(", ")}`);
  if (assetsOpen > 0) {
    lines.push(
      `${assetsOpen} ${assetsOpen === 1 ? "asset is" : "assets are"} not yet concise, role-specific and action-oriented`,
    );
  }
  if (listed === 0) lines.push("No SOP, recording, FAQ or process document is listed yet");
  return lines.length > 0 ? lines : ["Nothing is being revised, and everything has an owner"];
}

/** The agenda of the monthly review of KPIs: what moved, against what is wanted, and what may be said. */
export function kpiAgenda({ kpi, sentence }: AgendaFacts): string[] {
  const lines = kpi.map(({ name, last, previous, target }) => {
    if (!last) return `${name}: no values of enough learners on file`;
    const before = previous ? `, ${previous.value} in ${previous.period}` : "";
    return `${name}: ${last.value} in ${last.period}${before}${target ? `; wanted is ${target}` : ""}`;
  });
  return [...lines, sentence ? `What may be said: ${sentence}` : "Nothing may be said yet about an effect"];
}

/** The agenda of the monthly review of what learners say: answers by class, and what of the programme is late. */
export function feedbackAgenda({ feedback, overdue }: AgendaFacts, minimum: number, formats: Formats): string[] {
  const { since, answers } = feedback;
  const from = `since ${formats.date(since)}`;
  const said =
    answers === null
      ? `No answer of a learner is on file ${from}: ask them`
      : answers === "withheld"
        ? `Answers ${from} are of fewer than ${minimum} people and withheld`
        : `Answers ${from}: ${answers.helpful} helpful, ${answers.distracting} distracting, ${answers.irrelevant} irrelevant`;
  return [said, ...overdue.map(({ title, dueOn }) => `Late since ${formats.date(dueOn)}: ${title}`)];
}

const words = {
  yes: "yes",
  no: "no, the contrary",
  "no-difference": "no difference can be told",
  mixed: "figures point both ways",
  "cannot-tell": "cannot tell yet",
} as const;

/** The agenda of the review of day 90: the four questions with their answers, and the decision. */
export function decidingAgenda({ questions }: Answers): string[] {
  return [
    ...questions.map((question) => `${question.asks} ${capital(words[verdictOf(question)])}`),
    "Refine the path, expand to the next workflow, go on or stop?",
  ];
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
