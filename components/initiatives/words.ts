import type { EvaluationResult } from "@/lib/evaluation/result";

export const designNames: Record<EvaluationResult["study"]["design"], string> = {
  randomised: "Randomised, people",
  cluster_randomised: "Randomised, teams",
  phased: "Phased roll-out",
  comparison: "Comparison group, not random",
  before_after: "Before and after only",
  time_to_event: "Time until an event",
};

const methods: Record<string, string> = {
  lin_hc2: "Regression-adjusted, interacted (Lin), HC2",
  ancova_hc2: "Regression-adjusted, HC2",
  welch: "Difference of means (Welch)",
  cuped: "Adjusted by the value before (CUPED)",
  did_cr1: "Difference-in-differences, CR1",
  did_welch: "Difference of changes (Welch)",
  cluster_mean_welch: "Difference of cluster means (Welch)",
  risk_difference_newcombe: "Risk difference (Newcombe)",
  before_after_paired: "Mean change, no comparison (paired t)",
  kaplan_meier: "Time until an event (Kaplan-Meier)",
};

export const methodName = (method: string) => methods[method] ?? method;

const checks: Record<string, string> = {
  sample_ratio: "Sizes of the arms",
  balance: "Alike before the start",
  baseline_locked: "Planned before the start",
  contamination: "Kept apart",
  small_groups: "Enough people",
  attrition: "Nobody lost on one side",
};

export const checkName = (id: string) => checks[id] ?? id;

export const armName = (label: string) =>
  label === "control" ? "Comparison" : label === "treatment" ? "Trained" : label.replace(/^wave-/, "Wave ");

export const costKindNames = {
  content: "Content",
  platform: "Platform",
  facilitation: "Facilitation",
  administration: "Administration",
  learner_time: "Learners' time",
};
