import { type Estimate, notEstimable } from "@/lib/stats/estimate";
import { studentTQuantile, studentTTwoSidedP } from "@/lib/stats/student-t";
import { isRounding, tEstimate } from "@/lib/stats/t-estimate";
import { neweyWestError, usualLag } from "./newey-west";
import { fitSlopes, rowProducts, type Slopes } from "./slopes";

export type Series = {
  /** One value per period without gaps, oldest first (a mean of people, a rate, a logarithm). */
  values: readonly number[];
  /** Position of the first exposed period. */
  start: number;
  /** Periods of one cycle (12 for months): every phase but the first gets its own level. Absent: no season. */
  season?: number;
};

type Term = { estimate: number; standardError: number; interval: [number, number]; p: number };
export type SegmentedDetail = {
  /** Change of slope per period from exposure on, and slope before. */
  slopeChange: Term;
  slopeBefore: Term;
  /** Level and slope change together, averaged over the exposed periods. */
  averageChange: Term;
  lag: number;
  sigma: number;
  rSquared: number;
  /** Around 2 where errors are independent (Durbin and Watson 1950). */
  durbinWatson: number;
  residualAutocorrelation: number;
};

const method = "segmented_newey_west";

/**
 * Before-and-after: change of level and slope of one series at exposure ("segmented_newey_west"; Wagner et al. 2002).
 *
 * Least squares on time, exposed (0/1), periods since exposure (1 in the first exposed period, so that the level change
 * is read against the last period before) and the season. The estimate is the level change. Error: Newey-West with the
 * stated lag, by default 4 (n / 100)^(2/9); t with n - k. `n` counts periods. Assumption: without exposure the trend
 * would have gone on, and nothing else changed then. Refuses under three periods before or after, no
 * residual degrees of freedom, and no residual variation.
 */
export function segmentedRegression(
  { values, start, season }: Series,
  { lag = usualLag(values.length), confidence = 0.95 }: { lag?: number; confidence?: number } = {},
): Estimate {
  const n = { treated: Math.max(0, values.length - start), control: start };
  if (n.control < 3 || n.treated < 3) return notEstimable(method, "too-few-periods", n);
  if (values.some((value) => !Number.isFinite(value))) return notEstimable(method, "not-finite", n);
  const phases = season === undefined ? [] : Array.from({ length: season - 1 }, (_, index) => index + 1);
  const slopes = fitSlopes(
    [
      values.map((_, time) => time + 1),
      values.map((_, time) => (time >= start ? 1 : 0)),
      values.map((_, time) => Math.max(0, time - start + 1)),
      ...phases.map((phase) => values.map((_, time) => (time % (season ?? 1) === phase ? 1 : 0))),
    ],
    values,
  );
  const degreesOfFreedom = slopes.n - slopes.coefficients;
  if (degreesOfFreedom < 1) return notEstimable(method, "too-few-periods", n);
  if (slopes.dropped.some((index) => index < 3)) return notEstimable(method, "collinear", n);

  const term = (position: number): Term => termAt(slopes, position, { lag, degreesOfFreedom, confidence });
  const [before, level, after] = [term(0), term(1), term(2)];
  if (isRounding(Math.sqrt(slopes.residualSquares / slopes.n), slopes.size) || !(level.standardError > 0)) {
    return notEstimable(method, "no-variation", n);
  }
  const { residuals, residualSquares, totalSquares } = slopes;
  const steps = residuals.slice(1).map((value, index) => value - (residuals[index] ?? 0));
  const detail: SegmentedDetail = {
    slopeBefore: before,
    slopeChange: after,
    averageChange: termAt(withAverage(slopes, (n.treated + 1) / 2), 0, { lag, degreesOfFreedom, confidence }),
    lag,
    sigma: Math.sqrt(residualSquares / degreesOfFreedom),
    rSquared: 1 - residualSquares / totalSquares,
    durbinWatson: rowProducts(steps, steps) / residualSquares,
    residualAutocorrelation: rowProducts(residuals.slice(1), residuals) / residualSquares,
  };
  const { estimate, standardError } = level;
  return tEstimate({ method, estimate, standardError, degreesOfFreedom, confidence, n, detail });
}

function termAt(
  slopes: Slopes,
  position: number,
  { lag, degreesOfFreedom, confidence }: { lag: number; degreesOfFreedom: number; confidence: number },
): Term {
  const estimate = slopes.estimates[position] ?? 0;
  const standardError = neweyWestError(slopes, position, lag) ?? 0;
  const margin = studentTQuantile((1 + confidence) / 2, degreesOfFreedom) * standardError;
  return {
    estimate,
    standardError,
    interval: [estimate - margin, estimate + margin],
    p: studentTTwoSidedP(estimate / standardError, degreesOfFreedom),
  };
}

/** The same fit seen from level change + slope change x `periods`. */
function withAverage(slopes: Slopes, periods: number): Slopes {
  const [, level = new Float64Array(), change = new Float64Array()] = slopes.directions;
  return {
    ...slopes,
    estimates: [(slopes.estimates[1] ?? 0) + periods * (slopes.estimates[2] ?? 0)],
    directions: [level.map((value, row) => value + periods * (change[row] ?? 0))],
  };
}
