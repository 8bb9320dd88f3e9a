import { type Arms, type Estimate, notEstimable } from "./estimate";
import { isRounding, tEstimate } from "./t-estimate";

/** Intercept, arm, period and their product. */
const coefficients = 4;

type Cr1Parts = {
  method: string;
  changes: Arms<number>;
  /** Sum over clusters of the squared score of the interaction. */
  squares: number;
  /** Largest mean the changes come from, to tell an error from rounding. */
  size: number;
  clusters: number;
  values: number;
  people: Arms<number>;
  confidence: number;
  detail?: Record<string, unknown>;
};

/**
 * Closes a two-wave difference-in-differences with its CR1 error: G / (G - 1) x (N - 1) / (N - K) times the cluster
 * sandwich, t with G - 1 (Liang and Zeger 1986, with the small-sample factor of Stata).
 */
export function cr1Estimate(parts: Cr1Parts): Estimate {
  const { method, changes, squares, size, clusters, values, people, confidence, detail } = parts;
  if (values <= coefficients) return notEstimable(method, "too-few-people", people);
  const factor = (clusters / (clusters - 1)) * ((values - 1) / (values - coefficients));
  const standardError = Math.sqrt(factor * squares);
  if (isRounding(standardError, size)) return notEstimable(method, "no-variation", people);
  return tEstimate({
    method,
    estimate: changes.treated - changes.control,
    standardError,
    degreesOfFreedom: clusters - 1,
    confidence,
    n: people,
    detail: { clusters, values, coefficients, changes, ...detail },
  });
}
