import type { Arms, NotEstimableReason } from "@/lib/stats/estimate";
import { normalTwoSidedP } from "@/lib/stats/normal";
import { areFinite, midranks } from "./midranks";

export type MannWhitney =
  | {
      kind: "test";
      method: "mann_whitney";
      /** Pairs in which the treated is higher, ties counting half, and the rest. */
      u: Arms<number>;
      expected: number;
      /** Standard deviation of U without an effect, with ties. */
      deviation: number;
      withContinuity: { z: number; p: number };
      withoutContinuity: { z: number; p: number };
      /** Chance that a treated person is higher than a control person, ties counting half. */
      probabilityOfSuperiority: number;
      rankBiserial: number;
      n: Arms<number>;
    }
  | { kind: "not-estimable"; method: "mann_whitney"; reason: NotEstimableReason; n: Arms<number> };

/**
 * Do two groups differ in rank? Mann and Whitney (1947): normal approximation with the variance for ties (Lehmann 1975), with and
 * without the correction for continuity of one half. Two-sided. Assumption: people independent; the test is exact in size only
 * where both groups have the same distribution. Refuses an empty group and all values equal.
 */
export function mannWhitney({ treated, control }: Arms<ArrayLike<number>>): MannWhitney {
  const method = "mann_whitney";
  const n = { treated: treated.length, control: control.length };
  const refuse = (reason: NotEstimableReason): MannWhitney => ({ kind: "not-estimable", method, reason, n });
  if (n.treated === 0 || n.control === 0) return refuse("no-comparison");
  if (!areFinite(treated) || !areFinite(control)) return refuse("not-finite");

  const total = n.treated + n.control;
  const { ranks, tieSum } = midranks([...Array.from(treated), ...Array.from(control)]);
  const pairs = n.treated * n.control;
  const rankSum = ranks.subarray(0, n.treated).reduce((sum, rank) => sum + rank, 0);
  const higher = rankSum - (n.treated * (n.treated + 1)) / 2;
  const deviation = Math.sqrt((pairs / 12) * (total + 1 - tieSum / (total * (total - 1))));
  if (!(deviation > 0)) return refuse("no-variation");

  const gap = higher - pairs / 2;
  const corrected = (gap - Math.sign(gap) * 0.5) / deviation;
  return {
    kind: "test",
    method,
    u: { treated: higher, control: pairs - higher },
    expected: pairs / 2,
    deviation,
    withContinuity: { z: corrected, p: normalTwoSidedP(corrected) },
    withoutContinuity: { z: gap / deviation, p: normalTwoSidedP(gap / deviation) },
    probabilityOfSuperiority: higher / pairs,
    rankBiserial: (2 * higher) / pairs - 1,
    n,
  };
}
