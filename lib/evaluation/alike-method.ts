import { balanceTable } from "@/lib/stats/matching/balance-table";
import type { ComparedRows } from "@/lib/stats/matching/compared-rows";
import { type Propensity, propensity } from "@/lib/stats/matching/propensity";
import { type Estimator, type Outcome, refused } from "./estimator";

type Found = { rows: ComparedRows; score: Propensity; confidence: number };
/** An outcome, and what each person weighs in it, for the balance it leaves. */
type Weighed = { outcome: Outcome; weights: ArrayLike<number> };

/**
 * A method that makes both groups alike by the chance of being trained, given the plan's covariates, and compares their changes. Only where
 * the plan names covariates and people count as independent, which its errors take for granted; null also where `compare` has nothing to say.
 */
export function alikeMethod(method: string, compare: (found: Found) => Weighed | null): Estimator {
  return {
    method,
    optional: true,
    async estimate({ plan, panel, changes }) {
      if (panel.covariates.length === 0 || panel.clustered) return null;
      if (panel.withBaseline === 0) return refused(method, "no-baseline");
      const rows = await changes();
      const score = propensity(rows);
      if (score.kind === "refused") return refused(method, score.reason);
      const found = compare({ rows, score, confidence: plan.confidence });
      if (found?.outcome.kind !== "estimate") return found?.outcome ?? null;
      const { outcome, weights } = found;
      const detail = {
        ...outcome.detail,
        adjustedFor: panel.covariateNames,
        balance: balanceOf(rows, panel.covariateNames, weights),
      };
      return { ...outcome, detail };
    },
  };
}

/** The standardised difference in each covariate, before and (with weights) after. */
export function balanceOf(
  { covariates, treated }: ComparedRows,
  names: readonly string[],
  weights?: ArrayLike<number>,
) {
  const before = balanceTable(covariates, treated);
  const after = weights ? balanceTable(covariates, treated, weights) : [];
  return before.map(({ standardisedDifference }, at) => ({
    covariate: names[at] ?? "",
    before: standardisedDifference,
    after: after[at]?.standardisedDifference ?? null,
  }));
}
