import type { Figure } from "@/lib/stats/figure";
import { type EventCount, wilsonInterval } from "@/lib/stats/newcombe";

/** Two groups that share some people: of those in both, how many had the event later, earlier and both times. */
export type Overlap = { n: number; now: number; before: number; always: number };

/**
 * Later share less earlier share of groups that share some of their people ("share_change_overlapping").
 *
 * Interval: from the Wilson limits of both shares, by the method of variance estimates recovery with correlation (Zou and Donner 2008). The
 * shares correlate by phi of the shared people times n_both / sqrt(n_now n_then) (Derrick, Toher and White 2015); phi is nought where it is not
 * defined. With nobody shared it is Newcombe's (1998) method 10 for independent groups, with everybody shared his method 8 for paired ones.
 * Estimand: the change of the share. Assumption: people independent of each other. Refuses an empty group.
 */
export function overlappingShareChange(
  { now, before, both }: { now: EventCount; before: EventCount; both: Overlap },
  confidence = 0.95,
): Figure {
  const method = "share_change_overlapping";
  const n = now.n + before.n - both.n;
  if (now.n === 0 || before.n === 0) {
    return { kind: "not-estimable", method, reason: "too-few-people", n, value: null };
  }
  const [later, earlier] = [now.events / now.n, before.events / before.n];
  const [l1, u1] = wilsonInterval(now, confidence);
  const [l0, u0] = wilsonInterval(before, confidence);
  const correlation = (phi(both) * both.n) / Math.sqrt(now.n * before.n);
  const reach = (a: number, b: number) => Math.sqrt(Math.max(0, a * a + b * b - 2 * correlation * a * b));
  const value = later - earlier;
  return {
    kind: "figure",
    method,
    value,
    standardError: null,
    degreesOfFreedom: null,
    interval: [value - reach(later - l1, u0 - earlier), value + reach(u1 - later, earlier - l0)],
    confidence,
    n,
  };
}

/** Correlation of having the event at both times among those who are in both groups. */
function phi({ n, now, before, always }: Overlap): number {
  const spread = now * (n - now) * before * (n - before);
  return spread === 0 ? 0 : (n * always - now * before) / Math.sqrt(spread);
}
