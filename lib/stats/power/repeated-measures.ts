import type { Precision } from "./precision";

/**
 * Periods before and after, and how a person's values go together over time: `equal` correlation between any two periods, or
 * `decaying`, correlation to the power of the distance in periods.
 */
export type RepeatedMeasures = {
  before: number;
  after: number;
  correlation: number;
  pattern: "equal" | "decaying";
};

/**
 * Variance of what each analysis works with, as a multiple of the variance of one value (Frison and Pocock 1992; McKenzie 2012):
 * - `after`: mean of the periods after alone,
 * - `change`: mean after minus mean before (difference-in-differences); one and one period: 2 (1 - correlation),
 * - `ancova`: mean after with the mean before as covariate; one and one period: 1 - correlation^2. Never above the other two.
 *
 * Null without a period before or after, or a correlation outside -1 to 1.
 */
export function varianceFactors({
  before,
  after,
  correlation,
  pattern,
}: RepeatedMeasures): { after: number; change: number; ancova: number } | null {
  if (!(before >= 1 && after >= 1 && Math.abs(correlation) <= 1)) return null;
  const between = (left: number, right: number) => {
    if (left === right) return 1;
    return pattern === "equal" ? correlation : correlation ** Math.abs(left - right);
  };
  const meanCovariance = (left: readonly number[], right: readonly number[]) =>
    left.reduce((sum, i) => right.reduce((inner, j) => inner + between(i, j), sum), 0) / (left.length * right.length);
  const early = Array.from({ length: before }, (_, index) => index);
  const late = Array.from({ length: after }, (_, index) => before + index);
  const ofEarly = meanCovariance(early, early);
  const ofLate = meanCovariance(late, late);
  const shared = meanCovariance(early, late);
  const explained = ofEarly > 0 ? (shared * shared) / ofEarly : 0;
  return { after: ofLate, change: ofEarly + ofLate - 2 * shared, ancova: ofLate - explained };
}

/**
 * The precision of a design on one value each, after an analysis that multiplies its variance by `factor` and costs
 * `coefficients` degrees of freedom (a covariate costs one). Null for a factor that leaves no variance.
 */
export function withVarianceFactor(
  design: Precision,
  factor: number,
  analysis: { method: string; coefficients: number },
): Precision | null {
  const degreesOfFreedom = design.degreesOfFreedom - analysis.coefficients;
  if (!(factor > 0 && degreesOfFreedom > 0)) return null;
  const standardError = design.standardError * Math.sqrt(factor);
  return { kind: "precision", method: `${design.method}_${analysis.method}`, standardError, degreesOfFreedom };
}
