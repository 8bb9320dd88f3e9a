import { type SurvivalCurve, type SurvivalInterval, survivalInterval } from "./kaplan-meier";

/** The time by which a share of people had the event; null where the curve (or the limit) does not fall that far. */
export type SurvivalQuantile = {
  method: "kaplan_meier_quantile";
  share: number;
  time: number | null;
  interval: [number | null, number | null];
  confidence: number;
};

/** As `survfit`: survival this close to the level counts as on it. */
const tolerance = Math.sqrt(Number.EPSILON);

/**
 * Time by which `share` (0.5: the median) of people had the event, with the interval of Brookmeyer and Crowley (1982):
 * the times at which the limits of the survival curve pass the same level, on the named scale.
 *
 * The smallest time with survival at or below 1 - share; the middle of the flat stretch where survival is exactly there.
 */
export function survivalQuantile(
  curve: SurvivalCurve,
  share = 0.5,
  scale: SurvivalInterval = "log-log",
  confidence = 0.95,
): SurvivalQuantile {
  const level = 1 - share;
  const limits = curve.steps.map((step) => survivalInterval(step.survival, step.logVariance, scale, confidence));
  const firstBelow = (height: (index: number) => number | null): number | null => {
    let flat: { time: number; height: number } | null = null;
    for (const [index, { time }] of curve.steps.entries()) {
      const here = height(index);
      if (here === null || here >= level + tolerance) continue;
      if (flat !== null) {
        if (here < flat.height) return (flat.time + time) / 2;
      } else if (Math.abs(here - level) < tolerance) flat = { time, height: here };
      else return time;
    }
    return flat?.time ?? null;
  };
  return {
    method: "kaplan_meier_quantile",
    share,
    time: firstBelow((index) => curve.steps[index]?.survival ?? null),
    interval: [firstBelow((index) => limits[index]?.[0] ?? null), firstBelow((index) => limits[index]?.[1] ?? null)],
    confidence,
  };
}
