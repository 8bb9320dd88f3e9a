import type {
  programmeItemKinds,
  programmeItemStates,
  programmeOutcomes,
  programmeParts,
  programmeReviewKinds,
} from "@/db/schema/programmes";

export type ProgrammePart = (typeof programmeParts)[number];
export type ItemKind = (typeof programmeItemKinds)[number];
export type ItemState = (typeof programmeItemStates)[number];
export type ReviewKind = (typeof programmeReviewKinds)[number];
export type ReviewOutcome = (typeof programmeOutcomes)[number];

export const parts = ["setup", "days_1_30", "days_31_60", "days_61_90"] as const satisfies readonly ProgrammePart[];

/** What people may add to each part; `checkpoint` and `note` everywhere. */
export const kindsOf: Record<ProgrammePart, readonly ItemKind[]> = {
  setup: ["checkpoint", "note"],
  days_1_30: ["interview", "inventory", "checkpoint", "note"],
  days_31_60: ["task", "scenario", "asset", "support", "independence", "checkpoint", "note"],
  days_61_90: ["checkpoint", "note"],
};

export const outcomes = ["continue", "refine", "expand", "stop"] as const satisfies readonly ReviewOutcome[];
