import type { LadderMeasure } from "./ladder";

/** A figure of the ladder before anything is known of it. */
export const nothingMeasured = {
  role: "chain",
  currency: null,
  direction: "up",
  log: false,
  method: null,
  status: "not_estimable",
  reason: null,
  until: null,
  estimate: null,
  ci: null,
  p: null,
  p_adjusted: null,
  n: { treated: 0, control: 0 },
  counted: "people",
  levels: null,
  mark: null,
  target: null,
  needed: null,
  matters: null,
} as const satisfies Partial<LadderMeasure>;
