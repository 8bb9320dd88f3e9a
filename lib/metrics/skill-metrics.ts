import type { Metric } from "./metric";

const measuredTwice = "behaviours rated by others both in this period and in the one before";
const certifiable = {
  sql: "p.skills_certifiable",
  words:
    "skills the person's role needs in which somebody has been certified by then, for people employed in the period",
};
const common = {
  category: "skill",
  unit: "share",
  direction: "up",
  kind: "ratio",
  windowDays: 0,
  remembers: true,
  grade: "D",
  owner: "L&D lead",
} as const;

export const skillMetrics: readonly Metric[] = [
  {
    ...common,
    id: "proficiency_change",
    name: "Change in proficiency",
    question: "Did the people rated both times get better?",
    unit: "levels",
    kind: "mean",
    source: "observations",
    numerator: { sql: "p.level_change", words: `per person, the mean change in level over ${measuredTwice}` },
    denominator: { sql: "(p.levels_compared > 0)::int", words: "people with such a behaviour" },
  },
  {
    ...common,
    id: "moved_up",
    name: "Moved up a level",
    question: "How much of what was rated twice rose by a level or more?",
    source: "observations",
    numerator: { sql: "p.levels_up", words: "of them, those that rose by at least one level" },
    denominator: { sql: "p.levels_compared", words: measuredTwice },
  },
  {
    ...common,
    id: "certified",
    name: "Certified",
    question: "How much of what can be certified is?",
    source: "learning events, taxonomy",
    direction: "none",
    grade: "E",
    numerator: { sql: "p.skills_certified", words: "of them, those certified by the end of the period" },
    denominator: certifiable,
  },
  {
    ...common,
    id: "certifiable_applied",
    name: "Seen applying what is certified",
    question: "Is what can be certified seen at work?",
    source: "observations, taxonomy",
    numerator: { sql: "p.certifiable_applied", words: "of them, those seen applied (as in “Seen applying it”)" },
    denominator: certifiable,
  },
  {
    ...common,
    id: "applied",
    name: "Seen applying it",
    question: "How many of the skills that roles need are seen at work?",
    source: "observations, taxonomy",
    numerator: {
      sql: "p.skills_applied",
      words:
        "of them, those others rated at the role's target level or above (3 where none is set), on average over the period, or its last three months where it is shorter",
    },
    denominator: { sql: "p.skills_needed", words: "skills the person's role needs, for people employed in the period" },
  },
  {
    ...common,
    id: "applied_of_certified",
    name: "Certified and seen applying it",
    question: "Of what is certified, how much is seen at work?",
    source: "learning events, observations, taxonomy",
    numerator: { sql: "p.skills_both", words: "of them, those also seen applied (as in “Seen applying it”)" },
    denominator: { sql: "p.skills_certified", words: "needed skills certified by the end of the period" },
  },
  {
    ...common,
    id: "consistency",
    name: "Consistent over time",
    question: "Is the level the role needs held from one period to the next?",
    source: "observations, taxonomy",
    numerator: {
      sql: "p.levels_held",
      words: "of them, those at or above the role's target level (3 where none is set) both times",
    },
    denominator: { sql: "p.levels_compared", words: measuredTwice },
  },
  {
    ...common,
    id: "independent",
    name: "Done without help",
    question: "Can people do it on their own?",
    source: "observations",
    remembers: false,
    numerator: { sql: "p.independent", words: "of them, those done without help" },
    denominator: { sql: "p.independent_known", words: "ratings by others that say whether help was needed" },
  },
  {
    ...common,
    id: "accurate",
    name: "Done without error",
    question: "Is it done right?",
    source: "observations",
    remembers: false,
    numerator: { sql: "p.accurate", words: "of them, those done without error" },
    denominator: { sql: "p.accurate_known", words: "ratings by others that say whether it was right" },
  },
];
