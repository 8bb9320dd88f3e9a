import { type Arms, type NotEstimable, notEstimable } from "@/lib/stats/estimate";
import { combineMoments, type Moments } from "@/lib/stats/moments";
import { type BoundedEffect, boundedEffect } from "./bounded-effect";

const method = "manski_bounds";

/** One arm as assigned: how many people, and the moments of the outcomes that are known. */
type ArmWithMissing = { assigned: number; observed: Moments };

/**
 * Worst-case bounds on the effect when outcomes are missing: whoever is missing may be anywhere in the range of the outcome.
 *
 * Manski (1990; Horowitz and Manski 2000): the missing of one arm at the top of `range` and of the other at its bottom, and the reverse.
 * Errors: of the arms so completed, unequal variances; interval: Imbens and Manski (2004). Assumption: the range holds for
 * everybody, and assignment was random; nothing is assumed about who is missing. The bounds are never narrower than the share
 * missing times the range. Refuses an arm nobody was assigned to, under two people assigned, and a range that is not one.
 */
export function manskiBounds(
  { treated, control }: Arms<ArmWithMissing>,
  range: readonly [number, number],
  confidence = 0.95,
): BoundedEffect | NotEstimable {
  const [bottom, top] = range;
  const n = { treated: treated.observed.n, control: control.observed.n };
  const assigned = { treated: treated.assigned, control: control.assigned };
  if (assigned.treated === 0 || assigned.control === 0) return notEstimable(method, "no-comparison", n);
  if (assigned.treated < 2 || assigned.control < 2) return notEstimable(method, "too-few-people", n);
  const known = [bottom, top, treated.observed.mean, control.observed.mean];
  if (!known.every(Number.isFinite) || !(bottom < top)) return notEstimable(method, "not-finite", n);
  if (n.treated > assigned.treated || n.control > assigned.control) return notEstimable(method, "not-finite", n);

  const low = { treated: completed(treated, bottom), control: completed(control, top) };
  const high = { treated: completed(treated, top), control: completed(control, bottom) };
  const errorOf = (arms: Arms<Moments>) =>
    Math.sqrt(arms.treated.variance / arms.treated.n + arms.control.variance / arms.control.n);
  const missing = {
    treated: 1 - n.treated / assigned.treated,
    control: 1 - n.control / assigned.control,
  };
  return boundedEffect({
    method,
    ends: {
      low: low.treated.mean - low.control.mean,
      high: high.treated.mean - high.control.mean,
      lowError: errorOf(low),
      highError: errorOf(high),
    },
    confidence,
    n,
    assigned,
    detail: { missing, range: [bottom, top] },
  });
}

function completed({ assigned, observed }: ArmWithMissing, value: number): Moments {
  return combineMoments(observed, { n: assigned - observed.n, mean: value, variance: 0 });
}
