/** Where an interval lies against a threshold; "open" while it holds the threshold. */
export type Decision = "above" | "below" | "open";

/**
 * Whether an interval has decided: wholly above the threshold (zero, or a margin in the unit of the effect), wholly below
 * it, or still open. With a confidence sequence it may be asked at every look; with a fixed-horizon interval once, at the planned end.
 */
export function decide([low, high]: readonly [number, number], threshold = 0): Decision {
  if (low > threshold) return "above";
  if (high < threshold) return "below";
  return "open";
}
