import { minimumDetectable, type Precision, powerOfEffect, usualAim } from "@/lib/stats/power/precision";
import { type PeriodKind, periodsAYear } from "./plan-calendar";

export type Direction = "up" | "down";
export type Transform = { log: boolean; mean: number; direction: Direction };

/** An effect that a design could see, always above zero; its direction is the one wanted. */
export type Detectable = {
  /** In the KPI's unit. */
  effect: number;
  /** Of the KPI's mean; null around zero. */
  ofMean: number | null;
};

/** The smallest effect found four times in five by a two-sided test of 5 %. Null where a fall of everything would not be found. */
export function detectableOf(precision: Precision, transform: Transform): Detectable | null {
  const inErrors = errorsNeeded(precision.degreesOfFreedom);
  if (inErrors === null) return null;
  const effect = inUnit(inErrors * precision.standardError, transform);
  return { effect, ofMean: Math.abs(transform.mean) > 1e-12 ? effect / Math.abs(transform.mean) : null };
}

const known = new Map<number, number | null>();

/** The detectable effect in standard errors: it depends on the degrees of freedom alone, and a page asks for the same ones many times. */
function errorsNeeded(degreesOfFreedom: number): number | null {
  const found = known.get(degreesOfFreedom);
  if (found !== undefined) return found;
  if (known.size > 10_000) known.clear();
  const needed = minimumDetectable({ kind: "precision", method: "", standardError: 1, degreesOfFreedom });
  known.set(degreesOfFreedom, needed);
  return needed;
}

/** The chance to find an effect given in the KPI's unit. */
export function powerAt(precision: Precision, effect: number, transform: Transform): number {
  return powerOfEffect(precision, ofUnit(effect, transform), usualAim.alpha);
}

/** A logarithmic difference in the wanted direction, as a difference from the mean in the KPI's unit. */
function inUnit(difference: number, { log, mean, direction }: Transform): number {
  if (!log) return difference;
  return direction === "up" ? mean * Math.expm1(difference) : -mean * Math.expm1(-difference);
}

function ofUnit(effect: number, { log, mean, direction }: Transform): number {
  if (!log) return effect;
  const ratio = direction === "up" ? effect / mean : -effect / mean;
  return ratio <= -1 ? Number.POSITIVE_INFINITY : Math.abs(Math.log1p(ratio));
}

/** A margin of non-inferiority given in the KPI's unit, as the evaluation compares it: of a logarithm, a logarithm. */
export const marginOf = (margin: number, transform: Transform) => ofUnit(margin, transform);

export type Worth = {
  /** Of the KPI: money for one unit of it. */
  valuePerUnit: number | null;
  kpiKind: "mean" | "ratio" | "sum" | "rate";
  /** How often a person (of a KPI by team: a team) has something to get right in a period; null where nobody counts. */
  volume: number | null;
  /** People, or teams where the KPI exists by team only. */
  carriers: number;
  period: PeriodKind;
};

export type Money = { kind: "money"; aYear: number } | { kind: "unknown"; why: "no-value" | "no-volume" };

/**
 * What an effect is worth in a year if all who were chosen had it: effect x how often x value of one x people x periods. A ratio counts
 * its denominators, a sum one per period; of a mean nobody knows how often, so there is no amount.
 */
export function moneyOf(effect: number, { valuePerUnit, kpiKind, volume, carriers, period }: Worth): Money {
  if (valuePerUnit === null) return { kind: "unknown", why: "no-value" };
  const times = kpiKind === "sum" ? 1 : kpiKind === "mean" ? null : volume;
  if (times === null) return { kind: "unknown", why: "no-volume" };
  return { kind: "money", aYear: effect * times * valuePerUnit * carriers * periodsAYear[period] };
}
