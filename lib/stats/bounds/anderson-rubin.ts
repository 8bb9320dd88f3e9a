import { studentTQuantile } from "@/lib/stats/student-t";

/** The effects of being assigned on outcome and take-up, with the covariance of both estimates. */
export type AssignedEffects = {
  outcome: number;
  takeUp: number;
  outcomeVariance: number;
  takeUpVariance: number;
  covariance: number;
};

/**
 * Every effect that the data do not reject, however weak the first stage: an interval, all numbers outside a gap ("outside":
 * everything up to the first bound and from the second on), or every number ("everything": nothing was learned).
 */
export type AndersonRubinSet = { shape: "interval" | "outside"; bounds: [number, number] } | { shape: "everything" };

/**
 * Anderson and Rubin (1949) set for one instrument: the b for which outcome - b x take-up does not differ by arm,
 * (y - b d)^2 <= t^2 (Vyy - 2 b Vyd + b^2 Vdd), solved for b (Fieller 1954). Coverage does not depend on the strength of the first stage.
 */
export function andersonRubin(
  effects: AssignedEffects,
  degreesOfFreedom: number,
  confidence: number,
): AndersonRubinSet {
  const critical = studentTQuantile((1 + confidence) / 2, degreesOfFreedom) ** 2;
  const a = effects.takeUp ** 2 - critical * effects.takeUpVariance;
  const b = effects.outcome * effects.takeUp - critical * effects.covariance;
  const c = effects.outcome ** 2 - critical * effects.outcomeVariance;
  const discriminant = b * b - a * c;
  if (discriminant < 0 || a === 0) return { shape: "everything" };
  const root = Math.sqrt(discriminant);
  const far = b + (b < 0 ? -root : root);
  if (far === 0) return { shape: "everything" };
  const roots = [far / a, c / far];
  return { shape: a > 0 ? "interval" : "outside", bounds: [Math.min(...roots), Math.max(...roots)] };
}
