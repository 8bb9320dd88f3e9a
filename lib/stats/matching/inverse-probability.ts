import { type Estimate, notEstimable } from "@/lib/stats/estimate";
import { normalEstimate } from "@/lib/stats/normal-estimate";
import { isRounding } from "@/lib/stats/t-estimate";
import { type ComparedRows, countArms } from "./compared-rows";
import { type Propensity, propensity, weightedColumns } from "./propensity";

/** `att`: effect on the treated (odds weights for the control); `ate`: on everybody (1 / score and 1 / (1 - score)). */
export type Target = "att" | "ate";

export type WeightingDetail = {
  means: { treated: number; control: number };
  /** Weights taken as known: errors of the weighted regression on arm. */
  knownWeights: { hc0: number; hc1: number; hc2: number; hc3: number };
  /** People each arm is worth after weighting: (sum w)^2 / sum w^2. */
  effectivePeople: { treated: number; control: number };
  sumOfWeights: { treated: number; control: number };
};

/**
 * Difference of weighted means, weights from an estimated propensity score and normalised by arm ("ipw_att",
 * "ipw_ate"; Hajek 1971, Hirano, Imbens and Ridder 2003).
 *
 * Error: stacked estimating equations, so that the score counts as estimated (Lunceford and Davidian 2004); normal
 * interval. `detail` has the errors with weights taken as known. Assumption: no unmeasured cause of both exposure and
 * outcome, and overlap. Refuses as `propensity`, and no variation.
 */
export function inverseProbability(rows: ComparedRows, target: Target, confidence = 0.95): Estimate {
  const method = `ipw_${target}`;
  const n = countArms(rows.treated);
  const fit = propensity(rows);
  if (fit.kind === "refused") return notEstimable(method, fit.reason, n);
  const { outcome, treated, covariates } = rows;
  const weights = weightsOf(fit, treated, target);
  const arm = (isTreated: boolean) => {
    const own = weights.map((weight, row) => ((treated[row] === 1) === isTreated ? weight : 0));
    const sum = own.reduce((total, weight) => total + weight, 0);
    const origin = outcome[own.findIndex((weight) => weight > 0)] ?? 0;
    const mean = origin + own.reduce((total, weight, row) => total + weight * ((outcome[row] ?? 0) - origin), 0) / sum;
    const gaps = own.map((weight, row) => (weight * ((outcome[row] ?? 0) - mean)) / sum);
    const squares = own.reduce((total, weight) => total + weight * weight, 0);
    return { own, sum, mean, gaps, effective: (sum * sum) / squares };
  };
  const arms = { treated: arm(true), control: arm(false) };
  const estimate = arms.treated.mean - arms.control.mean;

  const slope = (gaps: Float64Array, isTreated: boolean) =>
    gaps.map((gap, row) => gap * changeOfWeight(fit.scores[row] ?? 0, isTreated, target));
  const gradient = weightedColumns(slope(arms.treated.gaps, true), covariates).map(
    (value, index) => value - (weightedColumns(slope(arms.control.gaps, false), covariates)[index] ?? 0),
  );
  const throughScore = fit.influence(gradient);
  const influence = arms.treated.gaps.map((gap, row) => gap - (arms.control.gaps[row] ?? 0) + (throughScore[row] ?? 0));
  const standardError = Math.sqrt(influence.reduce((sum, value) => sum + value * value, 0));
  if (!Number.isFinite(standardError) || !Number.isFinite(estimate)) return notEstimable(method, "not-finite", n);
  if (isRounding(standardError, Math.abs(arms.treated.mean) + Math.abs(arms.control.mean))) {
    return notEstimable(method, "no-variation", n);
  }

  const known = (power: number) =>
    Math.sqrt(
      [arms.treated, arms.control].reduce(
        (sum, { own, sum: total, gaps }) =>
          sum + gaps.reduce((part, gap, row) => part + gap ** 2 / (1 - (own[row] ?? 0) / total) ** power, 0),
        0,
      ),
    );
  const detail: WeightingDetail = {
    means: { treated: arms.treated.mean, control: arms.control.mean },
    knownWeights: {
      hc0: known(0),
      hc1: known(0) * Math.sqrt(treated.length / (treated.length - 2)),
      hc2: known(1),
      hc3: known(2),
    },
    effectivePeople: { treated: arms.treated.effective, control: arms.control.effective },
    sumOfWeights: { treated: arms.treated.sum, control: arms.control.sum },
  };
  return normalEstimate({
    method,
    estimate,
    standardError,
    confidence,
    n,
    detail,
  });
}

/** The weight of every person for the target. */
export function weightsOf({ scores, odds }: Propensity, treated: ArrayLike<number>, target: Target): Float64Array {
  if (target === "att") return odds.map((value, row) => (treated[row] === 1 ? 1 : value));
  return scores.map((score, row) => (treated[row] === 1 ? 1 / score : 1 / (1 - score)));
}

/** Derivative of the logarithm of the weight by the log odds. */
function changeOfWeight(score: number, isTreated: boolean, target: Target): number {
  if (target === "att") return isTreated ? 0 : 1;
  return isTreated ? score - 1 : score;
}
