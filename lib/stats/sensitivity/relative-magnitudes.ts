import { type Arms, type NotEstimable, notEstimable } from "@/lib/stats/estimate";
import { normalQuantile } from "@/lib/stats/normal";
import { breakEven, holdsZero } from "./break-even";
import { type EventStudy, eventStudyProblem, linearCombination, type PostWeights } from "./event-study";

const method = "relative_magnitudes_union_bonferroni";

/** What remains of an effect when trends may part after treatment as much as, or Mbar times as much as, they did before. */
export type RelativeMagnitudes = {
  kind: "relative-magnitudes";
  method: typeof method;
  /** The weighted effect under parallel trends. */
  estimate: number;
  standardError: number;
  /** The largest change between two periods before treatment, and which (0 is the first). */
  largestPreChange: { size: number; index: number };
  /** Per Mbar: the effects the estimates allow if they were exact, and the honest interval. */
  curve: { mbar: number; identified: [number, number]; interval: [number, number] }[];
  /** The smallest Mbar at which the interval holds zero; zero where it does under parallel trends already. */
  breakEven: number | null;
  confidence: number;
  n: Arms<number>;
};

/**
 * Sensitivity of an event study to trends that part: Delta^RM(Mbar) of Rambachan and Roth (2023). The departure from parallel
 * trends between two periods after treatment is at most Mbar times the largest between two periods before (reference period included).
 *
 * For one place and sign of the largest change before, both ends of the identified set are linear in the coefficients:
 * effect -/+ Mbar x (sum over post steps of the weight behind them) x signed change. Interval: each end moved out by z(1 - alpha / 2) of its own
 * error, then the hull over all places and signs. The true place and sign is among them and its ends err by alpha / 2 each, so the hull
 * covers with at least `confidence` (normal coefficients, covariance known), and it only grows with Mbar. It is NOT the conditional or hybrid (ARP)
 * test of the paper: valid, simpler, about a tenth wider. Refuses an event study without a period before or after, shapes that do not fit, no variation.
 */
export function relativeMagnitudes(
  study: EventStudy,
  weights: PostWeights,
  mbars: readonly number[] = [0, 0.5, 1, 1.5, 2],
  confidence = 0.95,
): RelativeMagnitudes | NotEstimable {
  const problem = eventStudyProblem(study, weights);
  if (problem) return notEstimable(method, problem, study.n);
  const { pre, n } = study;
  const { estimate, standardError } = linearCombination(study, [...pre.map(() => 0), ...weights]);

  const reach = weights.reduce((sum, _, step) => {
    const behind = weights.slice(step).reduce((total, weight) => total + weight, 0);
    return sum + Math.abs(behind);
  }, 0);
  const changes = pre.map((value, index) => Math.abs((pre[index + 1] ?? 0) - value));
  const size = Math.max(...changes);
  const critical = normalQuantile((1 + confidence) / 2);

  const intervalAt = (mbar: number): [number, number] => {
    const shift = mbar * reach;
    const highs: number[] = [];
    const lows: number[] = [];
    for (const index of pre.keys()) {
      for (const signed of [shift, -shift]) {
        const change = pre.map((_, period) => (period === index ? -signed : period === index + 1 ? signed : 0));
        const end = linearCombination(study, [...change, ...weights]);
        highs.push(end.estimate + critical * end.standardError);
        lows.push(end.estimate - critical * end.standardError);
      }
    }
    return [Math.min(...lows), Math.max(...highs)];
  };
  return {
    kind: "relative-magnitudes",
    method,
    estimate,
    standardError,
    largestPreChange: { size, index: changes.indexOf(size) },
    curve: mbars.map((mbar) => ({
      mbar,
      identified: [estimate - mbar * reach * size, estimate + mbar * reach * size],
      interval: intervalAt(mbar),
    })),
    breakEven: breakEven((mbar) => holdsZero(intervalAt(mbar)), 1),
    confidence,
    n,
  };
}
