/** How strong a hidden common cause would have to be, as a risk ratio with both exposure and outcome. */
export type EValue = {
  method: "e_value";
  /** To explain the estimate away in full. */
  estimate: number;
  /** To move the interval so that it holds no effect; 1 where it already does, null without an interval. */
  limit: number | null;
};

/** Error of a log ratio on the scale of a standardised difference (VanderWeele 2017): 0.91 x 1.96, as published. */
const limitFactor = 1.78;

/**
 * E-value of a risk ratio, or of a hazard or odds ratio of a rare outcome (VanderWeele and Ding 2017): RR + sqrt(RR (RR - 1)),
 * of 1 / RR below 1. For association only; it says nothing about chance. Null for a ratio that is not positive.
 */
export function eValue(ratio: number, interval?: readonly [number, number]): EValue | null {
  if (!(ratio > 0 && Number.isFinite(ratio))) return null;
  const strength = (value: number) => {
    const above = value < 1 ? 1 / value : value;
    return above + Math.sqrt(above * (above - 1));
  };
  if (interval === undefined) return { method: "e_value", estimate: strength(ratio), limit: null };
  const near = ratio >= 1 ? interval[0] : interval[1];
  const holdsNone = ratio >= 1 ? near <= 1 : near >= 1;
  return { method: "e_value", estimate: strength(ratio), limit: holdsNone ? 1 : strength(near) };
}

/** A standardised mean difference and its error as an approximate risk ratio with 95% interval: exp(0.91 d), exp(0.91 d -/+ 1.78 se). */
export function ratioOfDifference(d: number, standardError: number): { ratio: number; interval: [number, number] } {
  const margin = limitFactor * standardError;
  return { ratio: Math.exp(0.91 * d), interval: [Math.exp(0.91 * d - margin), Math.exp(0.91 * d + margin)] };
}

/** E-value of a standardised mean difference, through its approximate risk ratio (Chinn 2000; VanderWeele and Ding 2017). */
export function eValueOfDifference(d: number, standardError: number): EValue | null {
  const { ratio, interval } = ratioOfDifference(d, standardError);
  return eValue(ratio, interval);
}

/**
 * A ratio of hazards as an approximate ratio of risks where the outcome is common: (1 - 0.5^sqrt(HR)) / (1 - 0.5^sqrt(1 / HR))
 * (VanderWeele 2017). Turning the arms round inverts it.
 */
export function ratioOfHazard(hazardRatio: number): number {
  return (1 - 0.5 ** Math.sqrt(hazardRatio)) / (1 - 0.5 ** Math.sqrt(1 / hazardRatio));
}
