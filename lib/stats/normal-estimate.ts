import type { Estimated } from "./estimate";
import { normalQuantile, normalTwoSidedP } from "./normal";

type Computed = Pick<Estimated, "method" | "estimate" | "confidence" | "n" | "detail"> & {
  /** Above zero and finite: the caller has refused the rest with the reason it knows. */
  standardError: number;
};

/** An estimate with the normal interval and the two-sided p value that follow from its standard error. */
export function normalEstimate(computed: Computed): Estimated {
  const { estimate, standardError, confidence } = computed;
  const margin = normalQuantile((1 + confidence) / 2) * standardError;
  return {
    kind: "estimate",
    ...computed,
    degreesOfFreedom: null,
    interval: [estimate - margin, estimate + margin],
    p: normalTwoSidedP(estimate / standardError),
  };
}
