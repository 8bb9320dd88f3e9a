import type { EvaluationResult } from "@/lib/evaluation/result";
import type { Formats } from "@/lib/format/formats";

export const designNames: Record<EvaluationResult["study"]["design"], string> = {
  randomised: "Randomised, people",
  cluster_randomised: "Randomised, teams",
  phased: "Phased roll-out",
  comparison: "Comparison group, not random",
  before_after: "Before and after only",
  time_to_event: "Time until an event",
};

const checks: Record<string, string> = {
  sample_ratio: "Sizes of the arms",
  balance: "Alike before the start",
  baseline_locked: "Planned before the start",
  pre_trends: "Moved alike before",
  placebo: "Nothing at a pretended start",
  placebo_outcome: "Nothing where there should be nothing",
  rival_explanations: "Nothing else happened",
  contamination: "Kept apart",
  content_version: "One programme for all",
  attrition: "Nobody lost on one side",
  small_groups: "Enough people",
  influence: "Hangs on nobody alone",
  sensitivity: "Withstands other trends and causes",
  data_quality: "Complete values",
  multiplicity: "One question at a time",
};

export const checkName = (id: string) => checks[id] ?? id;

export const armName = (label: string) =>
  label === "control" ? "Comparison" : label === "treatment" ? "Trained" : label.replace(/^wave-/, "Wave ");

/** The one side of a picture of a phased roll-out: later waves are neither trained nor comparison throughout. */
export const firstToStart = "First to start";

export const costKindNames = {
  content: "Content",
  platform: "Platform",
  facilitation: "Facilitation",
  administration: "Administration",
  learner_time: "Learners' time",
};

const periods: Record<string, readonly [string, string]> = {
  day: ["day", "days"],
  week: ["week", "weeks"],
  month: ["month", "months"],
  quarter: ["quarter", "quarters"],
  year: ["year", "years"],
};

/** One and many of the periods of a plan. */
export const periodWords = (period: string) => periods[period] ?? (["period", "periods"] as const);

/** A period as the evaluation names it, for people: `2025-05` is `May 2025`. */
export const periodName = (period: string, name: string, formats: Formats) =>
  period === "month" ? formats.month(`${name}-01`) : name;
