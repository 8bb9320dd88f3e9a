/**
 * The conservative rules of Phillips and Phillips, Handbook of Training Evaluation and Measurement Methods (guiding principles 4, 6 to 11), each a switch.
 * All are on unless somebody looks at a scenario.
 */
export const conservativeRules = [
  {
    id: "first_year_only",
    name: "First-year benefits only",
    says: "Benefits are counted for one year, however long the effect lasts.",
  },
  {
    id: "fully_loaded",
    name: "Fully loaded costs",
    says: "The time of those who learn and the administration are costs, too.",
  },
  {
    id: "most_conservative",
    name: "The most conservative of several values",
    says: "Where several values are stated, the one that gives the smallest benefit is used.",
  },
  {
    id: "no_data_no_benefit",
    name: "No data, no benefit",
    says: "What rests on a value without a source is not counted.",
  },
  {
    id: "extremes_dropped",
    name: "Extreme values dropped",
    says: "Of four or more stated values, those far outside the others are left out.",
  },
  {
    id: "intangibles_listed",
    name: "Intangibles are listed, not monetised",
    says: "What has no accepted value in money stands beside the figure, not in it.",
  },
] as const;

export type ConservativeRule = (typeof conservativeRules)[number]["id"];
