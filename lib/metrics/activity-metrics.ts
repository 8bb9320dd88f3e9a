import type { Metric } from "./metric";

const months = { sql: "p.employed_days / 30.4375", words: "months employed (days divided by 30.4375)" };
const common = {
  category: "activity",
  kind: "ratio",
  direction: "none",
  source: "learning events",
  windowDays: 0,
  remembers: false,
  grade: "E",
  owner: "L&D lead",
} as const;

export const activityMetrics: readonly Metric[] = [
  {
    ...common,
    id: "completions",
    name: "Completions",
    question: "How much is finished?",
    unit: "per 100 people a month",
    numerator: { sql: "100.0 * p.completions", words: "activities completed or passed, each once a month, times 100" },
    denominator: months,
  },
  {
    ...common,
    id: "certificates",
    name: "Certificates issued",
    question: "How many certificates were issued?",
    unit: "per 100 people a month",
    numerator: { sql: "100.0 * p.certifications", words: "certificates, each activity once a month, times 100" },
    denominator: months,
  },
  {
    ...common,
    id: "quiz_score",
    name: "Quiz score",
    question: "What do people score?",
    unit: "share",
    numerator: { sql: "p.score_sum", words: "sum of scores on completed, passed and failed" },
    denominator: { sql: "p.score_n", words: "such events with a score" },
  },
  {
    ...common,
    id: "satisfaction",
    name: "Satisfaction",
    question: "Did people like it?",
    unit: "share",
    numerator: { sql: "p.satisfaction_sum", words: "sum of ratings of activities (0 to 100%)" },
    denominator: { sql: "p.satisfaction_n", words: "ratings of activities" },
  },
  {
    ...common,
    id: "hours",
    name: "Learning hours",
    question: "How many hours went in?",
    unit: "hours per 100 people a month",
    numerator: { sql: "100.0 * p.seconds / 3600.0", words: "hours spent in activities, times 100" },
    denominator: months,
  },
  {
    ...common,
    id: "questions",
    name: "Questions asked",
    question: "How often do people have to ask?",
    unit: "per 100 people a month",
    numerator: { sql: "100.0 * p.questions", words: "questions asked, times 100" },
    denominator: months,
  },
];
