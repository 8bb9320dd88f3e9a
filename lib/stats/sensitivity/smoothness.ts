import { type Arms, type NotEstimable, notEstimable } from "@/lib/stats/estimate";
import { breakEven, holdsZero } from "./break-even";
import { type EventStudy, eventStudyProblem, linearCombination, type PostWeights } from "./event-study";
import { foldedNormalQuantile } from "./folded-normal";
import { type LinearEstimator, smoothWeights } from "./smooth-weights";

const method = "smoothness_fixed_length";

/** What remains of an effect when the trend before treatment is carried on and may bend by at most M per period. */
export type Smoothness = {
  kind: "smoothness";
  method: typeof method;
  /** The weighted effect under parallel trends. */
  estimate: number;
  standardError: number;
  /** Per M: the estimate that allows for the trend, its largest bias and error, and the honest interval. */
  curve: SmoothnessPoint[];
  /** The smallest M (unit of the outcome per period squared) at which the interval holds zero; zero where a straight trend is enough. */
  breakEven: number | null;
  confidence: number;
  n: Arms<number>;
};

type SmoothnessPoint = {
  m: number;
  estimate: number;
  largestBias: number;
  standardError: number;
  interval: [number, number];
};

/**
 * Sensitivity of an event study to a trend that bends: Delta^SD(M) of Rambachan and Roth (2023). The slope of the
 * departure from parallel trends changes by at most M between consecutive periods; M = 0 carries a straight trend on.
 *
 * Interval: fixed-length, as theirs (Armstrong and Kolesar 2018, 2020). Of all estimators linear in the coefficients, the one with the
 * shortest interval estimate -/+ error x quantile of |N(largest bias / error, 1)|; the choice looks at the covariance alone,
 * so it covers with at least `confidence` (normal coefficients, covariance known). Refuses as `relativeMagnitudes` does.
 */
export function smoothness(
  study: EventStudy,
  weights: PostWeights,
  bends: readonly number[],
  confidence = 0.95,
): Smoothness | NotEstimable {
  const problem = eventStudyProblem(study, weights);
  if (problem) return notEstimable(method, problem, study.n);
  const plain = linearCombination(study, [...study.pre.map(() => 0), ...weights]);
  const frontier = smoothWeights(study, weights);
  const pointAt = (m: number): SmoothnessPoint => {
    const { best, half } = shortest(frontier, m, confidence);
    const { estimate, standardError } = linearCombination(study, best.weights);
    return { m, estimate, largestBias: m * best.biasPerM, standardError, interval: [estimate - half, estimate + half] };
  };
  return {
    kind: "smoothness",
    method,
    ...plain,
    curve: bends.map(pointAt),
    breakEven: breakEven((m) => holdsZero(pointAt(m).interval), plain.standardError),
    confidence,
    n: study.n,
  };
}

/** The estimator with the shortest interval: its length falls, then rises, along the list. */
function shortest(frontier: readonly LinearEstimator[], m: number, confidence: number) {
  const halfOf = (index: number) => {
    const { standardError, biasPerM } = frontier[index] as LinearEstimator;
    if (standardError === 0) return m * biasPerM;
    return standardError * foldedNormalQuantile(confidence, (m * biasPerM) / standardError);
  };
  let low = 0;
  let high = frontier.length - 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (halfOf(middle) <= halfOf(middle + 1)) high = middle;
    else low = middle + 1;
  }
  return { best: frontier[low] as LinearEstimator, half: halfOf(low) };
}
