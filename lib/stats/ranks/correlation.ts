import type { NotEstimableReason } from "@/lib/stats/estimate";
import { type JointMoments, jointMomentsOf } from "@/lib/stats/joint-moments";
import { normalQuantile } from "@/lib/stats/normal";
import { studentTTwoSidedP } from "@/lib/stats/student-t";
import { areFinite, midranks } from "./midranks";

export type Correlation =
  | {
      kind: "correlation";
      method: "pearson" | "spearman";
      value: number;
      /** Of no correlation: t with n - 2 degrees of freedom (Spearman: an approximation). */
      t: number;
      degreesOfFreedom: number;
      p: number;
      /** From Fisher's z; null under four people. For Spearman with the error of Bonett and Wright (2000). */
      interval: [number, number] | null;
      confidence: number;
      n: number;
    }
  | { kind: "not-estimable"; method: "pearson" | "spearman"; reason: NotEstimableReason; n: number };

/**
 * Linear association of two variables (Pearson 1895) from their joint moments; t test, and interval by Fisher's z (1921).
 * An association: it says nothing about cause. Assumption for the test: people independent, normal. Refuses under three people
 * and a variable that does not vary. Equals R's `cor.test`.
 */
export function pearsonCorrelation(moments: JointMoments, confidence = 0.95): Correlation {
  return correlation("pearson", moments, confidence);
}

/** Association of two variables in rank: Pearson's correlation of midranks (Spearman 1904). Catches any monotone relation. */
export function spearmanCorrelation(left: ArrayLike<number>, right: ArrayLike<number>, confidence = 0.95): Correlation {
  const n = left.length;
  if (!areFinite(left) || !areFinite(right))
    return { kind: "not-estimable", method: "spearman", reason: "not-finite", n };
  const ranks = [left, right].map((values) => Array.from(midranks(values).ranks));
  return correlation("spearman", jointMomentsOf(ranks), confidence);
}

function correlation(method: "pearson" | "spearman", moments: JointMoments, confidence: number): Correlation {
  const { n, means, covariance } = moments;
  const [own, other, shared] = [covariance[0]?.[0] ?? 0, covariance[1]?.[1] ?? 0, covariance[1]?.[0] ?? 0];
  const refuse = (reason: NotEstimableReason): Correlation => ({ kind: "not-estimable", method, reason, n });
  if (![own, other, shared, ...means].every(Number.isFinite)) return refuse("not-finite");
  if (n < 3) return refuse("too-few-people");
  const isConstant = (variance: number, mean = 0) => Math.sqrt(variance) <= 1e-14 * Math.abs(mean);
  if (isConstant(own, means[0]) || isConstant(other, means[1])) return refuse("no-variation");

  const value = Math.max(-1, Math.min(1, shared / Math.sqrt(own) / Math.sqrt(other)));
  const t = value * Math.sqrt((n - 2) / (1 - value * value));
  const spread = method === "spearman" ? Math.sqrt(1 + (value * value) / 2) : 1;
  const margin = (normalQuantile((1 + confidence) / 2) * spread) / Math.sqrt(n - 3);
  const z = Math.atanh(value);
  return {
    kind: "correlation",
    method,
    value,
    t,
    degreesOfFreedom: n - 2,
    p: studentTTwoSidedP(t, n - 2),
    interval: n < 4 ? null : [Math.tanh(z - margin), Math.tanh(z + margin)],
    confidence,
    n,
  };
}
