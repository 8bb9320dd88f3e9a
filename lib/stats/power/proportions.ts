import type { Arms } from "@/lib/stats/estimate";
import { normalCdf, normalQuantile } from "@/lib/stats/normal";
import { firstReaching, wholeNumber } from "./first-reaching";
import type { PeopleNeeded } from "./means";
import { type Aim, usualAim } from "./precision";

/**
 * Power to tell two shares apart ("plan_two_proportions"): two-sided z test, pooled variance under no effect and unpooled under the
 * effect, rejections in its direction (Fleiss, Levin and Paik 2003, 4.2). With equal arms R's `power.prop.test`. Null for an
 * empty arm and for shares outside 0 to 1.
 */
export function powerOfTwoProportions(share: Arms<number>, n: Arms<number>, alpha = usualAim.alpha): number | null {
  const isShare = (value: number) => value >= 0 && value <= 1;
  if (!(n.treated > 0 && n.control > 0 && isShare(share.treated) && isShare(share.control))) return null;
  const pooled = (n.treated * share.treated + n.control * share.control) / (n.treated + n.control);
  const underNone = Math.sqrt(pooled * (1 - pooled) * (1 / n.treated + 1 / n.control));
  const spread = (value: number, people: number) => (value * (1 - value)) / people;
  const underEffect = Math.sqrt(spread(share.treated, n.treated) + spread(share.control, n.control));
  const gap = Math.abs(share.treated - share.control) - normalQuantile(1 - alpha / 2) * underNone;
  if (underEffect === 0) return gap > 0 ? 1 : 0;
  return normalCdf(gap / underEffect);
}

/** People per arm, equal arms: the closed form of the same test. Null for equal shares and a power of 1. */
export function peopleForTwoProportions(share: Arms<number>, { alpha, power }: Aim = usualAim): PeopleNeeded | null {
  const gap = share.treated - share.control;
  const mean = (share.treated + share.control) / 2;
  const unpooled = share.treated * (1 - share.treated) + share.control * (1 - share.control);
  const reach =
    normalQuantile(1 - alpha / 2) * Math.sqrt(2 * mean * (1 - mean)) + normalQuantile(power) * Math.sqrt(unpooled);
  const exact = (reach / gap) ** 2;
  return Number.isFinite(exact) ? { exact, whole: wholeNumber(exact) } : null;
}

/**
 * The share nearest to `control` on one side that the design tells apart from it with the power asked. Null where not even 0 or 1
 * is far enough away.
 */
export function detectableShare(
  control: number,
  n: Arms<number>,
  direction: "rise" | "fall",
  { alpha, power }: Aim = usualAim,
): number | null {
  const room = direction === "rise" ? 1 - control : control;
  const sign = direction === "rise" ? 1 : -1;
  const at = (gap: number) => control + sign * gap;
  const achieved = (gap: number) => powerOfTwoProportions({ treated: at(Math.min(gap, room)), control }, n, alpha) ?? 0;
  if (!(power < 1) || !(room > 0) || !(achieved(room) >= power)) return null;
  const gap = firstReaching(achieved, power, room / 2);
  return gap === null ? null : at(Math.min(gap, room));
}
