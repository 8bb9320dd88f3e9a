import { chiSquareUpperTail } from "@/lib/stats/chi-square";
import type { NotEstimableReason } from "@/lib/stats/estimate";
import { normalQuantile, normalTwoSidedP } from "@/lib/stats/normal";
import { dot, invertSymmetric, multiply } from "@/lib/stats/symmetric-solve";
import { type CoxData, type CoxTerm, linearPredictor, type SortedCoxData, sortCoxData } from "./cox-data";
import { type CoxTies, coxLikelihood } from "./cox-likelihood";

type CoxTerms = {
  /** Log hazard ratio per unit of the covariate. */
  coefficient: number;
  standardError: number;
  hazardRatio: number;
  /** Of the hazard ratio. */
  interval: [number, number];
  z: number;
  p: number;
};

export type CoxTest = { statistic: number; degreesOfFreedom: number; p: number };

export type CoxRegression = {
  kind: "cox";
  method: `cox_${CoxTies}`;
  ties: CoxTies;
  terms: CoxTerms[];
  /** Of the coefficients: the inverse of the observed information. */
  covariance: number[][];
  logLikelihood: { none: number; fitted: number };
  tests: { likelihoodRatio: CoxTest; wald: CoxTest; score: CoxTest };
  confidence: number;
  n: number;
  events: number;
};

/** The usual reasons, or `separation`: the likelihood grows without end, so a hazard ratio is zero or infinite. */
export type NoCoxRegression = { kind: "not-estimable"; method: string; reason: NotEstimableReason | "separation" };

const mostSteps = 60;
/** In log hazard: steps that move nobody further are rounding. Where the likelihood has no maximum every step moves somebody by about 1. */
const settled = 1e-9;

/**
 * Proportional-hazards regression (Cox 1972) by Newton's method on the partial likelihood; Wald errors and intervals from
 * the observed information.
 *
 * Estimand: the ratio of hazards per unit of a covariate, others held. Assumption: that ratio is the same at all times
 * (see `proportionalHazardsTest`), and leaving the watch early has nothing to do with the event. Ties: Efron unless named.
 * Refuses gaps, no events, covariates without variation or explained by others, and separation. Equals R's `coxph`.
 */
export function coxRegression(
  data: CoxData,
  { ties = "efron", confidence = 0.95 }: { ties?: CoxTies; confidence?: number } = {},
): CoxRegression | NoCoxRegression {
  const method = `cox_${ties}` as const;
  const sorted = sortCoxData(data);
  if (sorted.kind === "refused") return { kind: "not-estimable", method, reason: sorted.reason };
  const start = coxLikelihood(sorted, new Float64Array(sorted.size), ties);
  const { inverse: startInverse, dropped } = invertSymmetric(square(start.information, sorted.size));
  if (dropped.length > 0) return { kind: "not-estimable", method, reason: "collinear" };
  const fit = climb(sorted, ties, start);
  if (fit === null) return { kind: "not-estimable", method, reason: "separation" };

  const scaled = invertSymmetric(square(fit.term.information, sorted.size)).inverse;
  const scale = (index: number) => sorted.scales[index] ?? 1;
  const covariance = scaled.map((row, k) => row.map((value, l) => value / scale(k) / scale(l)));
  const z = normalQuantile((1 + confidence) / 2);
  const terms = Array.from(fit.beta, (standardised, k): CoxTerms => {
    const coefficient = standardised / scale(k);
    const standardError = Math.sqrt(covariance[k]?.[k] ?? 0);
    return {
      coefficient,
      standardError,
      hazardRatio: Math.exp(coefficient),
      interval: [Math.exp(coefficient - z * standardError), Math.exp(coefficient + z * standardError)],
      z: coefficient / standardError,
      p: normalTwoSidedP(coefficient / standardError),
    };
  });
  const test = (statistic: number): CoxTest => ({
    statistic,
    degreesOfFreedom: sorted.size,
    p: chiSquareUpperTail(statistic, sorted.size),
  });
  const score = Array.from(start.score);
  const beta = Array.from(fit.beta);
  return {
    kind: "cox",
    method,
    ties,
    terms,
    covariance,
    logLikelihood: { none: start.logLikelihood, fitted: fit.term.logLikelihood },
    tests: {
      likelihoodRatio: test(2 * (fit.term.logLikelihood - start.logLikelihood)),
      wald: test(dot(beta, multiply(square(fit.term.information, sorted.size), beta))),
      score: test(dot(score, multiply(startInverse, score))),
    },
    confidence,
    n: sorted.people.length,
    events: sorted.events,
  };
}

/** Newton's method with halved steps where the likelihood falls; null where it has no maximum. */
function climb(data: SortedCoxData, ties: CoxTies, start: CoxTerm): { beta: Float64Array; term: CoxTerm } | null {
  let beta = new Float64Array(data.size);
  let term = start;
  for (let step = 0; step < mostSteps; step += 1) {
    const { inverse, dropped } = invertSymmetric(square(term.information, data.size));
    if (dropped.length > 0) return null;
    const move = multiply(inverse, Array.from(term.score));
    let share = 1;
    let next = beta.map((value, k) => value + (move[k] ?? 0));
    let nextTerm = coxLikelihood(data, next, ties);
    while (!(nextTerm.logLikelihood >= term.logLikelihood - 1e-10 * Math.abs(term.logLikelihood)) && share > 1e-6) {
      share /= 2;
      next = beta.map((value, k) => value + share * (move[k] ?? 0));
      nextTerm = coxLikelihood(data, next, ties);
    }
    beta = next;
    term = nextTerm;
    if (largestShift(data, move) < settled) return { beta, term };
  }
  return null;
}

/** How far a step moves the log hazard of the person it moves most. */
function largestShift(data: SortedCoxData, move: readonly number[]): number {
  let largest = 0;
  for (let position = 0; position < data.people.length; position += 1) {
    const shift = Math.abs(linearPredictor(data, move, position));
    if (!(shift <= largest)) largest = shift;
  }
  return largest;
}

/** A row-major square matrix as rows. */
function square(cells: Float64Array, size: number): number[][] {
  return Array.from({ length: size }, (_, row) => Array.from(cells.subarray(row * size, (row + 1) * size)));
}
