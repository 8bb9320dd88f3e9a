import type { QuestionInput } from "./input";
import type { Instrument } from "./survey";

export type Template = {
  id: string;
  name: string;
  /** When to take this one. */
  use: string;
  instrument: Instrument;
  title: string;
  introduction: string;
  questions: QuestionInput[];
};

const ask = (
  text: string,
  kind: QuestionInput["kind"],
  dimension: QuestionInput["dimension"] = null,
  required = kind !== "words",
): QuestionInput => ({ text, kind, dimension, required });

/** Where a form may start from. Texts are made to be changed. */
export const templates: readonly Template[] = [
  {
    id: "pulse",
    name: "Pulse of two questions",
    use: "While an initiative runs: takes half a minute, so it can be asked again.",
    instrument: "pulse",
    title: "Two questions about this week",
    introduction: "Two questions about what you were offered to learn from in the last week. It takes half a minute.",
    questions: [
      ask("How was it for your real work?", "class"),
      ask("What got in the way, or what was missing?", "words"),
    ],
  },
  {
    id: "debrief",
    name: "Debrief after a major project",
    use: "Once, when the work is done: what helped and what to change next time.",
    instrument: "debrief",
    title: "Debrief",
    introduction: "Looking back at the project: what you were offered to learn from, and what it did for the work.",
    questions: [
      ask("How was what you learned for the work of this project?", "class", "learning"),
      ask("I could do things at the end that I could not do at the start.", "scale", "growth"),
      ask("When I was stuck, help was there in time.", "scale", "support"),
      ask("What should we keep?", "words", null, false),
      ask("What should we change next time?", "words", null, false),
    ],
  },
  {
    id: "focus-group",
    name: "Focus group guide",
    use: "Six to ten people and somebody who writes down what is said: the questions are the guide.",
    instrument: "focus_group",
    title: "Focus group",
    introduction: "A guide for an hour of talk. Number the people; write no names.",
    questions: [
      ask("Tell us of the last time you used it at work. What happened?", "words", "learning"),
      ask("What can you do now that you could not do before?", "words", "growth"),
      ask("Who or what helped you to use it, and what stood in the way?", "words", "support"),
      ask("If you could change one thing, what would it be?", "words"),
    ],
  },
  {
    id: "annual",
    name: "Annual survey",
    use: "Once a year, as one input among many: how people experience learning, growth and support.",
    instrument: "annual",
    title: "Learning, growth and support this year",
    introduction: "Six questions about how you experience learning at work. It is one input among many.",
    questions: [
      ask("I find what I need to learn when I need it.", "scale", "learning"),
      ask("How was most of what you were offered for your real work?", "class", "learning"),
      ask("I am getting better at what my work needs.", "scale", "growth"),
      ask("I know what to learn for the work I want to do next.", "scale", "growth"),
      ask("My manager makes room for learning and helps me to use it.", "scale", "support"),
      ask("What one thing would help you most?", "words", null, false),
    ],
  },
];
