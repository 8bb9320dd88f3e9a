import type { NotEstimableReason } from "@/lib/stats/estimate";
import { normalCdf } from "@/lib/stats/normal";
import { midranks } from "@/lib/stats/ranks/midranks";

/** The one-sided p values between which the truth lies if hidden bias could be that strong. */
type RosenbaumBound = { gamma: number; upper: number; lower: number };

export type RosenbaumBounds =
  | {
      kind: "bounds";
      method: "rosenbaum_signed_rank";
      /** Rank sum of positive differences. */
      statistic: number;
      /** Differences that are not zero. */
      pairs: number;
      bounds: RosenbaumBound[];
      /** The smallest Gamma at which the upper bound reaches `alpha`; null where it does so without any bias. */
      breakEven: number | null;
      alpha: number;
    }
  | { kind: "not-estimable"; method: "rosenbaum_signed_rank"; reason: NotEstimableReason };

export type RosenbaumOptions = {
  gammas?: readonly number[];
  alpha?: number;
  /** `drop` leaves zero differences out; `keep` ranks them and gives them a score of zero. */
  zeros?: "drop" | "keep";
};

/**
 * How strong would a hidden bias have to be to explain matched differences away? Bounds for the Wilcoxon signed rank
 * test (Rosenbaum 2002, section 4.3.3).
 *
 * Gamma is how many times higher the odds of exposure may be for one of two people matched alike. One-sided, that the
 * treated are higher; midranks, normal approximation without continuity correction. Turn the sign of differences
 * where an effect would lower the outcome. Refuses without a difference, or with an infinite one.
 */
export function rosenbaumBounds(
  differences: ArrayLike<number>,
  { gammas = [1, 1.1, 1.25, 1.5, 2, 3], alpha = 0.05, zeros = "drop" }: RosenbaumOptions = {},
): RosenbaumBounds {
  const method = "rosenbaum_signed_rank";
  const all = Array.from(differences);
  const used = zeros === "drop" ? all.filter((value) => value !== 0) : all;
  const pairs = all.filter((value) => value !== 0).length;
  if (!all.every(Number.isFinite)) return { kind: "not-estimable", method, reason: "not-finite" };
  if (pairs === 0) return { kind: "not-estimable", method, reason: "no-variation" };
  const ranks = midranks(used.map(Math.abs)).ranks.map((rank, index) => (used[index] === 0 ? 0 : rank));
  const statistic = ranks.reduce((sum, rank, index) => sum + ((used[index] ?? 0) > 0 ? rank : 0), 0);
  const sum = ranks.reduce((total, rank) => total + rank, 0);
  const squares = ranks.reduce((total, rank) => total + rank * rank, 0);
  const tail = (share: number) => normalCdf(-(statistic - sum * share) / Math.sqrt(squares * share * (1 - share)));
  const upper = (gamma: number) => tail(gamma / (1 + gamma));

  return {
    kind: "bounds",
    method,
    statistic,
    pairs,
    bounds: gammas.map((gamma) => ({ gamma, upper: upper(gamma), lower: tail(1 / (1 + gamma)) })),
    breakEven: breakEvenOf(upper, alpha),
    alpha,
  };
}

/** The Gamma at which `upper` reaches `alpha`, by bisection; it rises towards 1/2 or more as Gamma grows. */
function breakEvenOf(upper: (gamma: number) => number, alpha: number): number | null {
  if (upper(1) > alpha) return null;
  let [low, high] = [1, 2];
  while (upper(high) <= alpha && high < 1e9) high *= 2;
  for (let step = 0; step < 80 && high - low > 1e-12 * high; step += 1) {
    const middle = (low + high) / 2;
    if (upper(middle) <= alpha) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
