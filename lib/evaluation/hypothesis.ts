import { nonInferiority } from "@/lib/stats/sequential/margin-test";
import { measuredKpi, resultUnit } from "./measured-kpi";
import type { Plan, PlanKpi } from "./plan";
import type { MethodResult } from "./result";

/** The answer to "not worse by more than the margin". */
export type MarginVerdict = {
  kind: "non_inferiority";
  /** Above zero, in the unit of the estimate. */
  margin: number;
  /** What the interval must lie beyond. */
  threshold: number;
  shown: boolean;
  /** One-sided, at (1 - confidence) / 2. */
  p: number | null;
};

/**
 * What a plan of non-inferiority asked of its primary KPI, as its headline answers it; null where the plan asks for superiority, or
 * nothing was estimated, or the headline is a ratio, of which no margin is a difference.
 */
export function marginVerdict(plan: Plan, kpi: PlanKpi, headline: MethodResult): MarginVerdict | null {
  const { hypothesis, confidence } = plan;
  const { estimate, ci, p } = headline;
  if (hypothesis === null || resultUnit(headline) === "ratio") return null;
  if (estimate === null || ci === null || p === null) return null;
  const better = measuredKpi(kpi, headline).direction === "up" ? "higher" : "lower";
  const found = nonInferiority(
    {
      kind: "estimate",
      method: headline.method,
      estimate,
      standardError: headline.standard_error,
      degreesOfFreedom: headline.df,
      interval: ci,
      p,
      confidence,
      n: headline.n,
    },
    { margin: hypothesis.margin, better, alpha: (1 - confidence) / 2 },
  );
  if (found.kind !== "margin-test") return null;
  return {
    kind: "non_inferiority",
    margin: hypothesis.margin,
    threshold: found.thresholds[0],
    shown: found.isShown,
    p: found.p,
  };
}

/** The verdict that `evaluateInitiative` left in the detail of the headline. */
export function verdictOf(headline: MethodResult | null): MarginVerdict | null {
  return (headline?.detail.hypothesis as MarginVerdict | undefined) ?? null;
}
