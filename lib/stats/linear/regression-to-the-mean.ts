import type { NotEstimableReason } from "@/lib/stats/estimate";
import type { JointMoments } from "@/lib/stats/joint-moments";
import { studentTQuantile } from "@/lib/stats/student-t";

export type RegressionToTheMean =
  | {
      kind: "regression-to-the-mean";
      /** Change to expect of the chosen without any effect, in the unit of the outcome. */
      expectedChange: number;
      standardError: number;
      interval: [number, number];
      confidence: number;
      /** How much of a gap between two units lasts from the first period to the second. */
      carriedOver: number;
      people: number;
    }
  | { kind: "not-estimable"; reason: NotEstimableReason };

/**
 * How much would the chosen have changed anyway, because they were chosen for being worst (or best)?
 *
 * `eligible`: joint moments of (value a period later, value they were chosen by) over all who could have been chosen,
 * both before exposure. `chosenMean`: mean of the value they were chosen by, over the chosen. Expected change =
 * overall change + (1 - b) x (mean of all - mean of chosen), b the least-squares slope of later on earlier (Galton
 * 1886; Barnett, van der Pols and Dobson 2005); the overall change is the same for those not chosen and is left out.
 * Interval: t on n - 2, of the slope. Assumption: a straight line, and the same persistence later. Refuses under
 * three people and no spread.
 */
export function regressionToTheMean(
  { n, means, covariance }: JointMoments,
  chosenMean: number,
  confidence = 0.95,
): RegressionToTheMean {
  const earlier = covariance[1]?.[1] ?? 0;
  const gap = (means[1] ?? 0) - chosenMean;
  if (n < 3) return { kind: "not-estimable", reason: "too-few-people" };
  if (!Number.isFinite(gap) || !Number.isFinite(earlier)) return { kind: "not-estimable", reason: "not-finite" };
  if (!(earlier > 1e-28 * (means[1] ?? 0) ** 2)) return { kind: "not-estimable", reason: "no-variation" };
  const shared = covariance[0]?.[1] ?? 0;
  const carriedOver = shared / earlier;
  const unexplained = Math.max(0, (covariance[0]?.[0] ?? 0) - carriedOver * shared);
  const standardError = Math.abs(gap) * Math.sqrt(unexplained / earlier / (n - 2));
  const expectedChange = (1 - carriedOver) * gap;
  const margin = studentTQuantile((1 + confidence) / 2, n - 2) * standardError;
  return {
    kind: "regression-to-the-mean",
    expectedChange,
    standardError,
    interval: [expectedChange - margin, expectedChange + margin],
    confidence,
    carriedOver,
    people: n,
  };
}
