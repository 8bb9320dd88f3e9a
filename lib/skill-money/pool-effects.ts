import { normalQuantile } from "@/lib/stats/normal";
import type { GroupEffect } from "@/lib/stats/pooling/group-effect";
import { randomEffects } from "@/lib/stats/pooling/random-effects";
import type { Effect, Pooled } from "./skill-pay";

/** The standard error a normal interval of that width stands for: that of a t interval comes out wider, which pays for few people. */
export const errorOf = ({ ci: [low, high] }: Effect, confidence: number): number =>
  (high - low) / (2 * normalQuantile((1 + confidence) / 2));

/**
 * The random-effects mean of the same effect in several initiatives (`lib/stats/pooling`: Paule and Mandel, Hartung and Knapp, never narrower than the
 * errors of the initiatives allow). One initiative is told as it is: there is nothing to pool.
 */
export function poolEffects(effects: readonly Effect[], confidence: number): Pooled {
  const [only] = effects;
  if (only && effects.length === 1) return { kind: "single", estimate: only.estimate, ci: only.ci };
  const groups = effects.map(
    (one, group): GroupEffect => ({ group, estimate: one.estimate, standardError: errorOf(one, confidence) }),
  );
  const found = randomEffects(groups, "paule_mandel", confidence);
  if (found.kind !== "random-effects") return { kind: "not-estimable", initiatives: effects.length };
  const { mean, standardError, interval, between, iSquared } = found;
  const total = groups.reduce((sum, one) => sum + 1 / (one.standardError ** 2 + between.variance), 0);
  const wider = Math.max(1, 1 / (standardError * Math.sqrt(total)));
  return {
    kind: "pooled",
    initiatives: effects.length,
    iSquared: iSquared.value,
    estimate: mean,
    ci: [mean - wider * (mean - interval[0]), mean + wider * (interval[1] - mean)],
  };
}
