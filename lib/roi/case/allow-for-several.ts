import type { MethodResult } from "@/lib/evaluation/result";
import type { Effect } from "@/lib/money/case";
import { studentTQuantile } from "@/lib/stats/student-t";

type Allowed = { effect: Effect; unproven: "chance" | "unadjusted" | null };

/**
 * The effect on a secondary KPI with all secondary KPIs of the plan allowed for, because whoever writes a line knows which of them came out well. It
 * holds where its adjusted p (Benjamini-Hochberg, as the evaluation stores it) is at most 1 - confidence; its error is then that of the interval that
 * belongs to such a choice, of 1 - (1 - confidence) x chosen / all (Benjamini and Yekutieli, JASA 100, 2005).
 * @param all the headlines of every KPI of the plan
 * @returns the effect as it was where it does not hold, or where no p was adjusted
 */
export function allowForSeveral(
  effect: Effect,
  { found, all, confidence }: { found: MethodResult; all: readonly MethodResult[]; confidence: number },
): Allowed {
  const level = 1 - confidence;
  const own = adjustedP(found);
  if (own === null) return { effect, unproven: "unadjusted" };
  if (own > level) return { effect, unproven: "chance" };
  const family = all.map(adjustedP).filter((p) => p !== null);
  const chosen = family.filter((p) => p <= level).length;
  const quantile = (tail: number) =>
    studentTQuantile(1 - tail / 2, effect.degreesOfFreedom ?? Number.POSITIVE_INFINITY);
  const wider = quantile((level * chosen) / family.length) / quantile(level);
  return { effect: { ...effect, standardError: effect.standardError * wider }, unproven: null };
}

function adjustedP({ role, detail }: MethodResult): number | null {
  return role === "secondary" && typeof detail.p_adjusted === "number" ? detail.p_adjusted : null;
}
