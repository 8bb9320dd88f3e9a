import { noncentralT } from "@/lib/stats/noncentral-t";
import { normalCdf, normalQuantile } from "@/lib/stats/normal";
import { studentTQuantile } from "@/lib/stats/student-t";
import { firstReaching } from "./first-reaching";

/** What a planned design will know about an effect before it is run. */
export type Precision = {
  kind: "precision";
  /** Stable name of the design and its formula. */
  method: string;
  /** Of the effect, in the unit of the KPI. */
  standardError: number;
  /** Of its t distribution; infinite for the normal. */
  degreesOfFreedom: number;
};

/** Why a design cannot be planned. */
export type NoPrecision = {
  kind: "not-estimable";
  method: string;
  reason: "no-comparison" | "too-few-people" | "too-few-clusters" | "no-variation" | "not-finite";
};

/** Two-sided error allowed, and the chance wanted to find the effect. */
export type Aim = { alpha: number; power: number };
export const usualAim: Aim = { alpha: 0.05, power: 0.8 };

/**
 * Which rejections count as finding the effect: only those in its direction (`upper`, as `power.t.test`), or both (`both`, the
 * plain meaning of power). They differ where power is near alpha.
 */
export type Tails = "upper" | "both";

/** A precision from its error, or the reason why there is none. */
export function precision(method: string, standardError: number, degreesOfFreedom: number): Precision | NoPrecision {
  if (!Number.isFinite(standardError)) return { kind: "not-estimable", method, reason: "not-finite" };
  if (!(degreesOfFreedom > 0)) return { kind: "not-estimable", method, reason: "too-few-people" };
  if (!(standardError > 0)) return { kind: "not-estimable", method, reason: "no-variation" };
  return { kind: "precision", method, standardError, degreesOfFreedom };
}

/** Chance that the two-sided test of level `alpha` finds an effect of this size, in the unit of the KPI. */
export function powerOfEffect(
  { standardError, degreesOfFreedom }: Pick<Precision, "standardError" | "degreesOfFreedom">,
  effect: number,
  alpha = usualAim.alpha,
  tails: Tails = "both",
): number {
  const shift = Math.abs(effect) / standardError;
  if (degreesOfFreedom === Number.POSITIVE_INFINITY) {
    const z = normalQuantile(1 - alpha / 2);
    return normalCdf(shift - z) + (tails === "both" ? normalCdf(-shift - z) : 0);
  }
  const critical = studentTQuantile(1 - alpha / 2, degreesOfFreedom);
  const upper = noncentralT(critical, degreesOfFreedom, shift).upper;
  return upper + (tails === "both" ? noncentralT(-critical, degreesOfFreedom, shift).lower : 0);
}

/** Smallest effect, in the unit of the KPI, that the design finds with the power asked; null for a power of 1 or below alpha. */
export function minimumDetectable(design: Precision, aim: Aim = usualAim, tails: Tails = "both"): number | null {
  if (!(aim.power < 1 && aim.power > aim.alpha)) return null;
  const start = design.standardError * (normalQuantile(1 - aim.alpha / 2) + Math.max(0.1, normalQuantile(aim.power)));
  return firstReaching((effect) => powerOfEffect(design, effect, aim.alpha, tails), aim.power, start);
}

/** The power at each effect of a list, for a picture. `power` is any design's power as a function of the effect. */
export function powerCurve(
  effects: readonly number[],
  power: (effect: number) => number | null,
): { effect: number; power: number | null }[] {
  return effects.map((effect) => ({ effect, power: power(effect) }));
}
