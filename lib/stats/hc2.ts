import type { AdjustedFit, ArmPass } from "./adjusted-fit";
import { type Arms, type Estimate, type NotEstimable, notEstimable } from "./estimate";
import { type JointMoments, jointMomentsOf } from "./joint-moments";
import { dot, multiply } from "./symmetric-solve";
import { isRounding, tEstimate } from "./t-estimate";

/**
 * What the second pass brings back, summed over the people of both arms; sums of disjoint groups add.
 *
 * `squaredError`: sum of influence^2 residual^2 / (1 - leverage), over people with leverage below `fullLeverageFrom`.
 * `fullLeverage`: how many people have leverage of that or more.
 */
export type Meat = { squaredError: number; fullLeverage: number };

/** One person alone fixes a coefficient from here on. */
export const fullLeverageFrom = 1 - 1e-10;

/** The second pass in memory: `outcome[i]` and `covariates[j][i]` of the people of one arm. */
export function meatOf(pass: ArmPass, outcome: readonly number[], covariates: readonly (readonly number[])[]): Meat {
  const meat = { squaredError: 0, fullLeverage: 0 };
  for (const [person, value] of outcome.entries()) {
    const gaps = pass.centre.map((centre, index) => (covariates[index]?.[person] ?? 0) - centre);
    const residual = value - pass.outcomeCentre - dot(pass.slopes, gaps);
    const leverage = 1 / pass.n + dot(gaps, multiply(pass.leverage, gaps));
    const influence = pass.sign / pass.n + dot(pass.influence, gaps);
    if (leverage >= fullLeverageFrom) meat.fullLeverage += 1;
    else meat.squaredError += (influence * residual) ** 2 / (1 - leverage);
  }
  return meat;
}

/** Adds the meat of two disjoint groups. */
export function addMeat(left: Meat, right: Meat): Meat {
  return {
    squaredError: left.squaredError + right.squaredError,
    fullLeverage: left.fullLeverage + right.fullLeverage,
  };
}

/**
 * Closes a regression-adjusted difference with its HC2 error (MacKinnon and White 1985): t with n - k.
 * In influence form the sandwich of one coefficient is the single sum in `meat`.
 */
export function hc2Estimate(fit: AdjustedFit, meat: Meat, confidence: number): Estimate {
  const { method, n, estimate, degreesOfFreedom, passes, dropped } = fit;
  if (degreesOfFreedom < 1) return notEstimable(method, "too-few-people", n);
  if (meat.fullLeverage > 0) return notEstimable(method, "full-leverage", n);
  const standardError = Math.sqrt(meat.squaredError);
  const size = Math.abs(passes.treated.outcomeCentre) + Math.abs(passes.control.outcomeCentre);
  if (isRounding(standardError, size)) return notEstimable(method, "no-variation", n);
  const slopes: Arms<number[]> = { treated: passes.treated.slopes, control: passes.control.slopes };
  return tEstimate({ method, estimate, standardError, degreesOfFreedom, confidence, n, detail: { slopes, dropped } });
}

/** People of one arm in memory: `outcome[i]`, and `covariates[j][i]`, the pre-period value first. */
export type ArmRows = { outcome: readonly number[]; covariates: readonly (readonly number[])[] };

/** Both passes in memory, with the first pass given. */
export function hc2FromRows(
  firstPass: (moments: Arms<JointMoments>) => AdjustedFit | NotEstimable,
  { treated, control }: Arms<ArmRows>,
  confidence: number,
): Estimate {
  const momentsOfArm = (arm: ArmRows) => jointMomentsOf([arm.outcome, ...arm.covariates]);
  const fit = firstPass({ treated: momentsOfArm(treated), control: momentsOfArm(control) });
  if (fit.kind !== "fit") return fit;
  const meat = addMeat(
    meatOf(fit.passes.treated, treated.outcome, treated.covariates),
    meatOf(fit.passes.control, control.outcome, control.covariates),
  );
  return hc2Estimate(fit, meat, confidence);
}
