import type { Estimate } from "@/lib/stats/estimate";
import { type ErrorKind, heteroskedasticError } from "@/lib/stats/linear/heteroskedastic-error";
import { fitSlopes, type Slopes } from "@/lib/stats/linear/slopes";
import { momentsOf } from "@/lib/stats/moments";
import { quantile } from "@/lib/stats/quantile";
import { tEstimate } from "@/lib/stats/t-estimate";
import { welch } from "@/lib/stats/welch";
import { estimated } from "@/test/fixtures/reference/expect-relative";
import type { Computed } from "./reference-case";

type Row = { estimate: number; standardError: number | null; interval: readonly [number, number]; p: number };

/** The keys of `coefrow` of the oracle. */
export function rowOf({ estimate, standardError, interval, p }: Row, df: number | null): Computed {
  const t = standardError === null ? null : estimate / standardError;
  return { estimate, se: standardError, df, t, p, ci_low: interval[0], ci_high: interval[1] };
}

/** The same of a slope and an error of it. */
export function slopeRow(slopes: Slopes, position: number, standardError: number | null, df?: number): Computed {
  const degreesOfFreedom = df ?? slopes.n - slopes.coefficients;
  const result: Estimate = tEstimate({
    method: "least_squares",
    estimate: slopes.estimates[position] ?? Number.NaN,
    standardError: standardError ?? Number.NaN,
    degreesOfFreedom,
    confidence: 0.95,
    n: { treated: slopes.n, control: 0 },
  });
  return rowOf(estimated(result), degreesOfFreedom);
}

export const errorRow = (slopes: Slopes, position: number, kind: ErrorKind) =>
  slopeRow(slopes, position, heteroskedasticError(slopes, position, kind));

/** The keys of `student`: the difference of two means as a regression on arm, classical error. */
export function studentValues(treated: number[], control: number[]): Computed {
  const slopes = fitSlopes([[...treated.map(() => 1), ...control.map(() => 0)]], [...treated, ...control]);
  return { ...errorRow(slopes, 0, "classical"), level: 0.95 };
}

/** The keys of `desc`. */
export function descriptiveValues(values: number[]): Computed {
  const { n, mean, variance } = momentsOf(values);
  return {
    n,
    mean,
    sd: Math.sqrt(variance),
    var: variance,
    se: Math.sqrt(variance / n),
    min: Math.min(...values),
    q1_type7: quantile(values, 0.25),
    median: quantile(values, 0.5),
    q3_type7: quantile(values, 0.75),
    max: Math.max(...values),
  };
}

/** The keys of `welch` at another level. */
export function welchAt(treated: number[], control: number[], level: number): Computed {
  const result = estimated(welch({ treated: momentsOf(treated), control: momentsOf(control) }, level));
  return { ci_low: result.interval[0], ci_high: result.interval[1], level };
}
