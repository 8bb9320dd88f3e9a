import type { NotEstimableReason } from "./estimate";
import { studentTQuantile } from "./student-t";
import { isRounding } from "./t-estimate";

/** One figure of one group (a mean, a ratio, a rate, a median) with its uncertainty. */
export type Figure =
  | {
      kind: "figure";
      method: string;
      value: number;
      /** Null where the interval is exact and no error is defined. */
      standardError: number | null;
      degreesOfFreedom: number | null;
      interval: [number, number];
      confidence: number;
      /** People the figure rests on. */
      n: number;
    }
  | {
      kind: "not-estimable";
      method: string;
      reason: NotEstimableReason;
      n: number;
      /** The value itself where it is known although its uncertainty is not; null where there is none. */
      value: number | null;
    };

type FigureParts = { method: string; value: number; standardError: number; n: number; confidence: number };

/** A figure with its t interval on n - 1 degrees of freedom. */
export function tFigure({ method, value, standardError, n, confidence }: FigureParts): Figure {
  const refuse = (reason: NotEstimableReason, known: number | null): Figure => ({
    kind: "not-estimable",
    method,
    reason,
    n,
    value: known,
  });
  if (!Number.isFinite(value)) return refuse("not-finite", null);
  if (n < 2) return refuse("too-few-people", value);
  if (!Number.isFinite(standardError)) return refuse("not-finite", value);
  if (isRounding(standardError, value)) return refuse("no-variation", value);
  const margin = studentTQuantile((1 + confidence) / 2, n - 1) * standardError;
  return {
    kind: "figure",
    method,
    value,
    standardError,
    degreesOfFreedom: n - 1,
    interval: [value - margin, value + margin],
    confidence,
    n,
  };
}
