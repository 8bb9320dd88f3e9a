import { normalCdf, normalQuantile } from "@/lib/stats/normal";
import { wholeNumber } from "./first-reaching";
import { type Aim, usualAim } from "./precision";

/**
 * Time until an event ("plan_log_rank"): events needed to find a ratio of hazards with the log-rank test or Cox regression,
 * (z(1 - alpha / 2) + z(power))^2 / (p (1 - p) log(ratio)^2), p the share of people treated (Schoenfeld 1983, equation 1).
 * Assumption: proportional hazards. Null for a ratio of 1, a share of 0 or 1, and a power of 1.
 */
export function eventsForHazardRatio(
  ratio: number,
  shareTreated = 0.5,
  { alpha, power }: Aim = usualAim,
): { exact: number; whole: number } | null {
  const reach = normalQuantile(1 - alpha / 2) + normalQuantile(power);
  const exact = (reach / Math.log(ratio)) ** 2 / (shareTreated * (1 - shareTreated));
  return Number.isFinite(exact) && exact > 0 ? { exact, whole: wholeNumber(exact) } : null;
}

/** Chance to find a ratio of hazards with this many events, in its direction. Null without events or a share between 0 and 1. */
export function powerOfHazardRatio(
  ratio: number,
  events: number,
  shareTreated = 0.5,
  alpha = usualAim.alpha,
): number | null {
  const information = events * shareTreated * (1 - shareTreated);
  if (!(information > 0 && ratio > 0)) return null;
  return normalCdf(Math.abs(Math.log(ratio)) * Math.sqrt(information) - normalQuantile(1 - alpha / 2));
}

/** The ratio above 1 that is found with this many events; its inverse is found as well. Null as `powerOfHazardRatio`. */
export function detectableHazardRatio(
  events: number,
  shareTreated = 0.5,
  { alpha, power }: Aim = usualAim,
): number | null {
  const information = events * shareTreated * (1 - shareTreated);
  if (!(information > 0 && power < 1)) return null;
  return Math.exp((normalQuantile(1 - alpha / 2) + normalQuantile(power)) / Math.sqrt(information));
}
