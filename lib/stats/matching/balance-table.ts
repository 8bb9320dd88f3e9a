import { momentsOf } from "@/lib/stats/moments";
import { countArms } from "./compared-rows";

/** How alike the arms are in one covariate. */
export type BalanceRow = {
  means: { treated: number; control: number };
  /** Difference of means over the standard deviation of the treated before weighting; null without spread. */
  standardisedDifference: number | null;
  /** Variance of the treated over that of the control, unweighted; null without spread in the control. */
  varianceRatio: number | null;
};

/**
 * Balance of covariates between arms, with weights (all 1 before weighting, the weights of the estimator after; 0
 * leaves a person out). `covariates[j][i]`, one row per covariate. Beyond 0.1 a difference deserves attention (Austin
 * 2009).
 */
export function balanceTable(
  covariates: readonly (readonly number[])[],
  treated: ArrayLike<number>,
  weights?: ArrayLike<number>,
): BalanceRow[] {
  const n = countArms(treated);
  if (n.treated === 0 || n.control === 0) return [];
  return covariates.map((column) => {
    const arm = (flag: number) => column.filter((_, row) => (treated[row] === 1 ? 1 : 0) === flag);
    const [ofTreated, ofControl] = [momentsOf(arm(1)), momentsOf(arm(0))];
    const mean = (flag: number) => {
      let [total, sum] = [0, 0];
      for (const [row, value] of column.entries()) {
        if ((treated[row] === 1 ? 1 : 0) !== flag) continue;
        const weight = weights === undefined ? 1 : (weights[row] ?? 0);
        total += weight;
        sum += weight * (value - ofTreated.mean);
      }
      return ofTreated.mean + sum / total;
    };
    const means = { treated: mean(1), control: mean(0) };
    const spread = Math.sqrt(ofTreated.variance);
    return {
      means,
      standardisedDifference: spread > 0 ? (means.treated - means.control) / spread : null,
      varianceRatio: ofControl.variance > 0 ? ofTreated.variance / ofControl.variance : null,
    };
  });
}
