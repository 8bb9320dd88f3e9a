import type { LadderMeasure } from "@/lib/evaluation/ladder/ladder";

/**
 * `moved`: the interval lies clear of zero on the wanted side (where nobody compares: the level is clear of its mark). `worse`: clear of zero
 * on the other side. `flat`: it holds zero and nothing that would matter. `unclear`: it holds zero and effects that would matter: too wide
 * to tell. `too_early`, `withheld` and `unknown`: there is no interval to look at.
 */
export type Verdict = "moved" | "worse" | "flat" | "unclear" | "too_early" | "withheld" | "unknown";

export type Rule = {
  /** The organisation's minimum group size. */
  minimum: number;
  /** Of the intervals, 0 to 1. */
  confidence: number;
};

type Judged = Pick<
  LadderMeasure,
  "status" | "estimate" | "ci" | "p_adjusted" | "direction" | "levels" | "n" | "counted" | "mark" | "matters"
>;

/** What one figure of the ladder says of its layer. */
export function verdictOf(measure: Judged, { minimum, confidence }: Rule): Verdict {
  if (isWithheld(measure, minimum)) return "withheld";
  if (measure.status === "too_early") return "too_early";
  const level = againstMark(measure);
  if (measure.ci === null)
    return level === "over" ? "moved" : level === "under" ? "flat" : level === "around" ? "unclear" : "unknown";
  const [low, high] = towardsGood(measure.ci, measure.direction);
  if (high < 0) return "worse";
  if (low > 0) {
    if (level === "under") return "flat";
    if (level === "around") return "unclear";
    // With several secondary KPIs looked at, chance may have moved one.
    return measure.p_adjusted !== null && measure.p_adjusted > 1 - confidence ? "unclear" : "moved";
  }
  return measure.matters !== null && high < measure.matters.value ? "flat" : "unclear";
}

/** An arm that holds somebody, but too few to be shown. */
function isWithheld({ levels, n, counted }: Pick<Judged, "levels" | "n" | "counted">, minimum: number): boolean {
  const counts = [
    ...(levels ? [levels.treated.n, levels.control.n] : []),
    ...(counted === "people" ? [n.treated, n.control] : []),
  ];
  return counts.some((count) => count > 0 && count < minimum);
}

/** Turned so that above zero is wanted. */
function towardsGood([low, high]: readonly [number, number], direction: "up" | "down"): [number, number] {
  return direction === "up" ? [low, high] : [-high, -low];
}

/** Where the level of the treated lies, against the mark it needs whatever others do; null without a mark or an interval. */
function againstMark({ mark, levels }: Judged): "over" | "under" | "around" | null {
  const ci = levels?.treated.ci ?? null;
  if (mark === null || ci === null) return null;
  return ci[0] >= mark ? "over" : ci[1] < mark ? "under" : "around";
}

/** Whether the treated are where the organisation wants them; null without a target. */
export function againstTarget({
  target,
  needed,
  ci,
  direction,
}: Pick<LadderMeasure, "target" | "needed" | "ci" | "direction">) {
  if (target === null || ci === null) return null;
  if (needed === null) return "there_anyway" as const;
  const [low, high] = towardsGood(ci, direction);
  return low >= Math.abs(needed) ? "reached" : high < Math.abs(needed) ? "short" : ("unclear" as const);
}
