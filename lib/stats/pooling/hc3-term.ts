import { compensatedSum } from "@/lib/stats/compensated-sum";
import type { NotEstimableReason } from "@/lib/stats/estimate";
import { studentTQuantile, studentTTwoSidedP } from "@/lib/stats/student-t";
import { isRounding } from "@/lib/stats/t-estimate";

/** One coefficient of a regression, with its HC3 error. An association, not an effect. */
export type Hc3Term =
  | {
      kind: "association";
      method: "association_slope_hc3" | "association_quadratic_hc3";
      /** Outcome units per unit of dose (slope) or per squared unit (quadratic term). */
      coefficient: number;
      standardError: number;
      degreesOfFreedom: number;
      interval: [number, number];
      /** Two-sided, against no such term. */
      p: number;
      confidence: number;
      n: number;
    }
  | { kind: "not-estimable"; method: string; reason: NotEstimableReason; n: number };

/**
 * The slope of outcome on dose (`terms` 1), or the quadratic term beside it (2), by least squares.
 *
 * Error: HC3, residuals over 1 - leverage (MacKinnon and White 1985), which is the sum of squared changes of the coefficient
 * when each person is left out; t with n - terms - 1. Columns are made orthogonal first, so the last coefficient and every leverage are plain sums.
 * Refuses too few people, a dose with fewer than terms + 1 values, one person who alone fixes the term, and no variation.
 */
export function hc3Term(dose: readonly number[], outcome: readonly number[], terms: 1 | 2, confidence = 0.95): Hc3Term {
  const method = terms === 1 ? "association_slope_hc3" : "association_quadratic_hc3";
  const n = outcome.length;
  const refuse = (reason: NotEstimableReason): Hc3Term => ({ kind: "not-estimable", method, reason, n });
  if (n < terms + 2 || dose.length !== n) return refuse("too-few-people");
  if (![...dose, ...outcome].every(Number.isFinite)) return refuse("not-finite");
  if (new Set(dose).size < terms + 1) return refuse("collinear");

  const linear = centred(dose);
  const reach = linear.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const unit = linear.map((value) => value / reach);
  const columns = [unit];
  if (terms === 2) {
    const square = centred(unit.map((value) => value * value));
    const along = sumOf(unit, square) / sumOf(unit, unit);
    columns.push(square.map((value, i) => value - along * (unit[i] ?? 0)));
  }

  const sizes = columns.map((column) => sumOf(column, column));
  let residuals = centred(outcome);
  let coefficient = 0;
  for (const [index, column] of columns.entries()) {
    coefficient = sumOf(column, residuals) / (sizes[index] ?? 1);
    residuals = residuals.map((value, i) => value - coefficient * (column[i] ?? 0));
  }
  const last = columns.at(-1) ?? [];
  const lastSize = sizes.at(-1) ?? 1;
  let squares = 0;
  for (const [i, residual] of residuals.entries()) {
    const leverage = columns.reduce((sum, column, index) => sum + (column[i] ?? 0) ** 2 / (sizes[index] ?? 1), 1 / n);
    if (leverage >= 1 - 1e-10) return refuse("full-leverage");
    squares += (((last[i] ?? 0) * residual) / lastSize / (1 - leverage)) ** 2;
  }
  const size = outcome.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (isRounding(Math.sqrt(squares), size)) return refuse("no-variation");

  const scale = reach ** terms;
  const standardError = Math.sqrt(squares) / scale;
  const degreesOfFreedom = n - terms - 1;
  const margin = studentTQuantile((1 + confidence) / 2, degreesOfFreedom) * standardError;
  const estimate = coefficient / scale;
  return {
    kind: "association",
    method,
    coefficient: estimate,
    standardError,
    degreesOfFreedom,
    interval: [estimate - margin, estimate + margin],
    p: studentTTwoSidedP(estimate / standardError, degreesOfFreedom),
    confidence,
    n,
  };
}

function sumOf(left: readonly number[], right: readonly number[]): number {
  return compensatedSum(left, (value, i) => value * (right[i] ?? 0));
}

function centred(values: readonly number[]): number[] {
  const origin = values[0] ?? 0;
  const shifted = values.map((value) => value - origin);
  const mean = compensatedSum(shifted) / values.length;
  return shifted.map((value) => value - mean);
}
