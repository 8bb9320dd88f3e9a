import type { decisionKinds, decisionOutcomes } from "@/db/schema/decisions";

export type DecisionKind = (typeof decisionKinds)[number];
export type DecisionOutcome = (typeof decisionOutcomes)[number];

export const kinds = ["scale", "fix", "stop", "wait", "start", "other"] as const satisfies readonly DecisionKind[];
export const outcomes = ["as_expected", "better", "worse", "cannot_tell"] as const satisfies readonly DecisionOutcome[];

export const decisionKindWords: Record<DecisionKind, string> = {
  scale: "Scale",
  fix: "Fix",
  stop: "Stop",
  wait: "Wait",
  start: "Start",
  other: "Other",
};
