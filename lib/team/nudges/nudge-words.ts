export type NudgeKind = "reminder" | "coaching" | "practice" | "praise";

/** Kinds as people say them, each with words to start from; "{skill}" stands for the skill chosen. */
export const nudgeTemplates: Record<NudgeKind, { label: string; texts: string[] }> = {
  practice: {
    label: "Practice",
    texts: [
      "When {skill} comes up next, try it once on your own first and tell me how it went.",
      "Pick one real case this week to practise {skill}. Ten minutes are enough.",
    ],
  },
  coaching: {
    label: "Coaching",
    texts: [
      "Let us look at one of your cases of {skill} together this week. When suits you?",
      "Watch how a colleague does {skill} once, and tell me what you would take over.",
    ],
  },
  reminder: {
    label: "Reminder",
    texts: ["Keep {skill} in mind today: a short look at the checklist before you start."],
  },
  praise: {
    label: "Praise",
    texts: ["I saw how you handled {skill}. That was good work; keep doing it that way."],
  },
};
