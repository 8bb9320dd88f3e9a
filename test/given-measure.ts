import type { LadderMeasure } from "@/lib/evaluation/ladder/ladder";

/** A figure of the ladder that was estimated, over forty people in each arm. */
export function givenMeasure(change: Partial<LadderMeasure> = {}): LadderMeasure {
  return {
    id: "outcome",
    name: "Outcome",
    source: "kpi",
    decides: true,
    role: "primary",
    unit: null,
    currency: null,
    direction: "up",
    log: false,
    method: "lin_hc2",
    status: "estimated",
    reason: null,
    until: null,
    estimate: 0.3,
    ci: [0.1, 0.5],
    p: 0.01,
    p_adjusted: null,
    n: { treated: 40, control: 40 },
    counted: "people",
    levels: null,
    mark: null,
    target: null,
    needed: null,
    matters: { value: 0.25, because: "convention" },
    ...change,
  };
}
