import { adjustP } from "@/lib/stats/multiplicity/adjust-p";
import type { MethodResult } from "./result";

const adjustment = "benjamini_hochberg";

/** The headlines of the secondary KPIs with their p adjusted for there being several; what is registered as primary is left alone. */
export function adjustSecondaries(results: readonly MethodResult[]): MethodResult[] {
  const family = results.filter(({ role, headline, p }) => role === "secondary" && headline && p !== null);
  const adjusted = adjustP(
    family.map(({ p }) => p),
    adjustment,
  );
  return results.map((result) => {
    const at = family.indexOf(result);
    if (at < 0) return result;
    return {
      ...result,
      detail: { ...result.detail, p_adjusted: adjusted[at] ?? null, adjustment, tests: family.length },
    };
  });
}
