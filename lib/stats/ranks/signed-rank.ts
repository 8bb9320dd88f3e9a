import type { NotEstimableReason } from "@/lib/stats/estimate";
import { normalTwoSidedP } from "@/lib/stats/normal";
import { areFinite, midranks } from "./midranks";

export type SignedRank =
  | {
      kind: "test";
      method: "wilcoxon_signed_rank";
      /** Sum of the ranks of the positive differences. */
      v: number;
      /** Differences that are not zero. */
      n: number;
      deviation: number;
      withContinuity: { z: number; p: number };
      withoutContinuity: { z: number; p: number };
    }
  | { kind: "not-estimable"; method: "wilcoxon_signed_rank"; reason: NotEstimableReason; n: number };

/**
 * Are paired differences centred on zero? Wilcoxon (1945): zeros dropped, midranks of the sizes, normal approximation with the
 * variance for ties, with and without the correction for continuity of one half. Two-sided. Assumption: pairs independent,
 * differences symmetric. Refuses where every difference is zero. Equals R's `wilcox.test(paired, exact = FALSE)`.
 */
export function signedRank(differences: ArrayLike<number>): SignedRank {
  const method = "wilcoxon_signed_rank";
  const moved = Array.from(differences).filter((difference) => difference !== 0);
  const n = moved.length;
  if (!areFinite(moved)) return { kind: "not-estimable", method, reason: "not-finite", n };
  if (n === 0) return { kind: "not-estimable", method, reason: "no-variation", n };
  const { ranks, tieSum } = midranks(moved.map(Math.abs));
  const v = moved.reduce((sum, difference, index) => sum + (difference > 0 ? (ranks[index] ?? 0) : 0), 0);
  const deviation = Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24 - tieSum / 48);
  const gap = v - (n * (n + 1)) / 4;
  const corrected = (gap - Math.sign(gap) * 0.5) / deviation;
  return {
    kind: "test",
    method,
    v,
    n,
    deviation,
    withContinuity: { z: corrected, p: normalTwoSidedP(corrected) },
    withoutContinuity: { z: gap / deviation, p: normalTwoSidedP(gap / deviation) },
  };
}
