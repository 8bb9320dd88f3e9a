import type { QuestionId } from "@/lib/programmes/answers/questions";
import type { ItemKind, ProgrammePart, ReviewKind, ReviewOutcome } from "@/lib/programmes/kinds";
import type { Detail } from "@/lib/programmes/programme-input";
import type { FollowUpKey } from "@/lib/programmes/template";

export const partWords: Record<ProgrammePart, { title: string; lead: string }> = {
  setup: {
    title: "Set up",
    lead: "What has to stand before anybody learns anything. What the app finds is said beside each step; people tick it.",
  },
  days_1_30: {
    title: "Days 1 to 30: one workflow",
    lead: "Where it hurts, what the figures are to become, what managers and top performers say, and what exists.",
  },
  days_31_60: {
    title: "Days 31 to 60: practice in the work",
    lead: "Tasks, sub-skills and scenarios; assets; support inside the work; checkpoints that show who can do it alone.",
  },
  days_61_90: {
    title: "Days 61 to 90: what came of it",
    lead: "Four questions, answered from data, and one decision.",
  },
};

export const itemKindWords: Record<ItemKind, string> = {
  checkpoint: "Checkpoint",
  interview: "Conversation",
  inventory: "Document",
  task: "Task",
  scenario: "Scenario",
  asset: "Asset",
  support: "Support in the work",
  independence: "Doing it alone",
  note: "Note",
};

export const reviewKindWords: Record<ReviewKind, string> = {
  content: "Content review",
  kpi: "KPI review",
  feedback: "Learner feedback review",
  day_90: "Review of day 90",
};

/** What a list of things that are due calls each. */
export const dueWords: Record<ReviewKind | FollowUpKey, string> = {
  ...reviewKindWords,
  follow_up_6: "Measure again after 6 months",
  follow_up_12: "Measure again after 12 months",
};

export const outcomeWords: Record<ReviewOutcome, string> = {
  continue: "Go on as it is",
  refine: "Refine",
  expand: "Expand to the next workflow",
  stop: "Stop",
};

export const whoWords: Record<Detail["interview"]["who"], string> = {
  manager: "A manager",
  top_performer: "A top performer",
  other: "Somebody else",
};

export const sourceWords: Record<Detail["inventory"]["source"], string> = {
  sop: "SOP",
  recording: "Call recording",
  faq: "FAQ",
  process: "Process document",
  other: "Something else",
};

export const supportWords: Record<Detail["support"]["support"], string> = {
  recommendation: "Recommendation: what to do next",
  explanation: "Explanation: why it is done so",
  follow_up_prompt: "Follow-up prompt: a question afterwards",
};

export const verdictWords: Record<
  QuestionId,
  Record<"yes" | "no" | "no-difference" | "mixed" | "cannot-tell", string>
> = {
  proficiency: {
    yes: "Yes",
    no: "No, it takes longer",
    "no-difference": "No difference can be told",
    mixed: "Figures point both ways",
    "cannot-tell": "Cannot tell yet",
  },
  escalations: {
    yes: "Yes",
    no: "No, there are more",
    "no-difference": "No difference can be told",
    mixed: "Figures point both ways",
    "cannot-tell": "Cannot tell yet",
  },
  managers: {
    yes: "Yes",
    no: "No, they spend more",
    "no-difference": "No difference can be told",
    mixed: "Figures point both ways",
    "cannot-tell": "Cannot tell yet",
  },
  confidence: {
    yes: "Yes",
    no: "No, less so",
    "no-difference": "No difference can be told",
    mixed: "Figures point both ways",
    "cannot-tell": "Cannot tell yet",
  },
};
