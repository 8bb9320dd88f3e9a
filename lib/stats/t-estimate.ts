import { type Arms, type Estimate, notEstimable } from "./estimate";
import { studentTQuantile, studentTTwoSidedP } from "./student-t";

type Computed = {
  method: string;
  estimate: number;
  standardError: number;
  degreesOfFreedom: number;
  confidence: number;
  n: Arms<number>;
  detail?: Record<string, unknown>;
};

/** An estimate with the t interval and the two-sided p value that follow from its standard error. */
export function tEstimate(computed: Computed): Estimate {
  const { method, estimate, standardError, degreesOfFreedom, confidence, n } = computed;
  if (!Number.isFinite(estimate) || !Number.isFinite(standardError)) return notEstimable(method, "not-finite", n);
  if (standardError <= 0) return notEstimable(method, "no-variation", n);
  if (!(degreesOfFreedom > 0)) return notEstimable(method, "too-few-people", n);

  const margin = studentTQuantile((1 + confidence) / 2, degreesOfFreedom) * standardError;
  return {
    kind: "estimate",
    ...computed,
    interval: [estimate - margin, estimate + margin],
    p: studentTTwoSidedP(estimate / standardError, degreesOfFreedom),
  };
}

/** True where a standard error is nothing but rounding of numbers as large as `size`. */
export function isRounding(standardError: number, size: number): boolean {
  return standardError <= 1e-14 * Math.abs(size);
}
