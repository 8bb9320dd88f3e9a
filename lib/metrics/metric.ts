import type { Unit } from "@/lib/format/measure";

export type Category = "adoption" | "skill" | "operational" | "talent" | "activity";

/** What a part of a figure counts for one person and period: SQL over the row `p` of `personPeriods`, and the same in words. */
type Part = { sql: string; words: string };

/**
 * How sums over people become a figure, and so which interval it gets: `share` of people (Wilson), `mean` per person and `ratio` of
 * sums (both linearised, t), `rate` of events per 100 person-years (exact Poisson), `median` (order statistics).
 */
export type MetricKind = "share" | "mean" | "ratio" | "rate" | "median";

export type ClaimGrade = "A" | "B" | "C" | "D" | "E";

/** One figure, defined once: sum(numerator) / sum(denominator) over the people whose denominator is above zero. */
export type Metric = {
  id: string;
  category: Category;
  name: string;
  question: string;
  unit: Unit;
  /** Which way is better; `none` where more is neither. */
  direction: "up" | "down" | "none";
  kind: MetricKind;
  source: string;
  numerator: Part;
  denominator: Part;
  /** Days after the start of learning (a scope's first exposure, or the first learning event) before it may be read. */
  windowDays: number;
  /** True where facts before the period count too, so that late data change later periods. */
  remembers: boolean;
  grade: ClaimGrade;
  owner: string;
  /** What the sums run over, where it is not people. */
  counts?: "teams";
  /** Of an imported KPI: where in the chain it stands, and what of the business it speaks of. */
  kpi?: { layer: string | null; domain: string | null };
};

/** Why a figure without a design of its own carries the grade it carries. */
export const gradeReason: Record<"D" | "E", string> = {
  D: "Observed over time without a comparison that rules out other causes.",
  E: "Shows use, not effect.",
};
