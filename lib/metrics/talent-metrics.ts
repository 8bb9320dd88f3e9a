import type { Metric } from "./metric";

const years = {
  sql: "case when p.employed_days > 0 then p.employed_days / 365.25 end",
  words: "person-years employed",
};
const common = {
  category: "talent",
  unit: "per 100 person-years",
  kind: "rate",
  source: "employment history",
  windowDays: 180,
  remembers: false,
  grade: "D",
  owner: "HR business partner",
  denominator: years,
} as const;

export const talentMetrics: readonly Metric[] = [
  {
    ...common,
    id: "internal_mobility",
    name: "Internal mobility",
    question: "Do people move on inside the organisation?",
    direction: "up",
    numerator: { sql: "p.moves", words: "lateral moves and transfers" },
  },
  {
    ...common,
    id: "promotion_rate",
    name: "Promotions",
    question: "Do people move up?",
    direction: "up",
    numerator: { sql: "p.promotions", words: "promotions" },
  },
  {
    ...common,
    id: "regretted_attrition",
    name: "Regretted attrition",
    question: "Do we lose people we wanted to keep?",
    direction: "down",
    numerator: { sql: "p.regretted_exits", words: "exits marked as regretted" },
  },
  {
    ...common,
    id: "voluntary_attrition",
    name: "Voluntary attrition",
    question: "Do people choose to leave?",
    direction: "down",
    numerator: { sql: "p.voluntary_exits", words: "voluntary exits" },
  },
  {
    ...common,
    id: "retention",
    name: "Stayed",
    question: "How many of those here at the start are still here at the end?",
    unit: "share",
    direction: "up",
    kind: "share",
    numerator: { sql: "(p.exits = 0)::int", words: "of them, those who did not leave in the period" },
    denominator: {
      sql: "p.present_at_start::int",
      words: "people employed in the first month of the period and not hired in it",
    },
  },
];
