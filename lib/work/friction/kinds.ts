import type { frictionKinds, frictionStatuses } from "@/db/schema/workflows";

export type FrictionKind = (typeof frictionKinds)[number];
export type FrictionStatus = (typeof frictionStatuses)[number];

export const frictionKindWords: Record<FrictionKind, string> = {
  struggle: "Struggle",
  escalate: "Escalate",
  avoidable_error: "Avoidable error",
};

export const frictionStatusWords: Record<FrictionStatus, string> = {
  open: "Open",
  in_work: "In work",
  solved: "Solved",
  dismissed: "Dismissed",
};
