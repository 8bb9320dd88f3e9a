import { competence } from "./competence";
import type { Metric } from "./metric";

const outcomes = { sql: "p.outcomes_known", words: "finished jobs whose outcome is known" };
const common = {
  category: "operational",
  unit: "share",
  kind: "ratio",
  source: "work events",
  windowDays: 0,
  remembers: false,
  grade: "D",
  owner: "Process owner",
} as const;

export const operationalMetrics: readonly Metric[] = [
  {
    ...common,
    id: "error_rate",
    name: "Error rate",
    question: "How often does work go wrong?",
    direction: "down",
    numerator: { sql: "p.job_errors", words: "of them, those that ended in an error" },
    denominator: outcomes,
  },
  {
    ...common,
    id: "first_time_right",
    name: "Right first time",
    question: "How often is work right at once?",
    direction: "up",
    numerator: { sql: "p.jobs_ok", words: "of them, those with no error, re-opening or escalation" },
    denominator: outcomes,
  },
  {
    ...common,
    id: "rework",
    name: "Re-opened",
    question: "How often must work be done again?",
    direction: "down",
    numerator: { sql: "p.jobs_reopened", words: "of them, those re-opened" },
    denominator: outcomes,
  },
  {
    ...common,
    id: "escalations",
    name: "Escalated",
    question: "How often does somebody else have to step in?",
    direction: "down",
    numerator: { sql: "p.jobs_escalated", words: "of them, those escalated" },
    denominator: outcomes,
  },
  {
    ...common,
    id: "assisted_share",
    name: "Needed assistance",
    question: "How often is help needed to finish?",
    direction: "down",
    numerator: { sql: "p.jobs_assisted", words: "of them, those finished with help" },
    denominator: { sql: "p.assisted_known", words: "finished jobs of which it is known whether help was needed" },
  },
  {
    ...common,
    id: "quality",
    name: "Quality score",
    question: "How good is the finished work?",
    direction: "up",
    numerator: { sql: "p.quality_sum", words: "sum of the quality scores (0 to 100%)" },
    denominator: { sql: "p.quality_n", words: "finished jobs with a quality score" },
  },
  {
    ...common,
    id: "cycle_time",
    name: "Cycle time, median",
    question: "How long does a job take?",
    unit: "minutes",
    direction: "down",
    kind: "median",
    numerator: {
      sql: "null",
      words: "per person, the mean of their monthly median times from start to completion of a job",
    },
    denominator: { sql: "null", words: "people with a job whose start is known" },
  },
  {
    ...common,
    id: "time_to_competence",
    name: "Time to competence",
    question: "How soon can newcomers do the job?",
    unit: "days",
    direction: "down",
    kind: "mean",
    remembers: true,
    source: "work events, employment history",
    numerator: {
      sql: "p.days_to_competence",
      words: `days from hire to the end of the first month with ${competence.words}; ${competence.days} days for those not there by then. A role may have a rule of its own: counted from the first day in the role, over other days, with other jobs and shares`,
    },
    denominator: {
      sql: "(p.days_to_competence is not null)::int",
      words: `people whose day ${competence.days} after hire (or the last day of their role's own rule) falls in the period, still employed, with recorded work`,
    },
  },
];
