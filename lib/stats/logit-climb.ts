import { invertSymmetric, multiply } from "./symmetric-solve";

/** Covariates row after row, `size` numbers for each person, the intercept first. */
export type LogitDesign = { rows: Float64Array; size: number };

export type LogitMaximum = {
  beta: number[];
  /** Of the information. */
  inverse: number[][];
  dropped: number[];
  fitted: Float64Array;
  logLikelihood: number;
};

const mostSteps = 60;
/** In log odds: steps that move nobody further are rounding. Where outcomes are separated, every step moves somebody by about 1. */
const settled = 1e-9;

/** Newton's method on the logistic likelihood, from the intercept alone; null where it has no maximum. */
export function climbLogit(design: LogitDesign, outcome: ArrayLike<number>, intercept: number): LogitMaximum | null {
  const fitted = new Float64Array(outcome.length);
  let beta = Array.from({ length: design.size }, (_, k) => (k === 0 ? intercept : 0));
  let { score, logLikelihood } = evaluate(design, outcome, beta, fitted);
  let rank = -1;
  for (let step = 0; step < mostSteps; step += 1) {
    const information = weightedProducts(design, (person) => (fitted[person] ?? 0) * (1 - (fitted[person] ?? 0)));
    const { inverse, kept, dropped } = invertSymmetric(information);
    if (rank === -1) rank = kept.length;
    if (kept.length < rank) return null;
    const move = multiply(inverse, score);
    if (largestShift(design, move) < settled) return { beta, fitted, inverse, dropped, logLikelihood };

    let share = 1;
    for (;;) {
      const next = beta.map((value, k) => value + share * (move[k] ?? 0));
      const there = evaluate(design, outcome, next, fitted);
      const isBetter = there.logLikelihood >= logLikelihood - 1e-12 * Math.abs(logLikelihood);
      if (isBetter || share < 1e-6) {
        beta = next;
        ({ score, logLikelihood } = there);
        break;
      }
      share /= 2;
    }
  }
  return null;
}

/** How far a step moves the log odds of the person it moves most. */
function largestShift({ rows, size }: LogitDesign, move: readonly number[]): number {
  let largest = 0;
  for (let offset = 0; offset < rows.length; offset += size) {
    let shift = 0;
    for (let k = 0; k < size; k += 1) shift += (move[k] ?? 0) * (rows[offset + k] ?? 0);
    if (!(Math.abs(shift) <= largest)) largest = Math.abs(shift);
  }
  return largest;
}

/** Score and log likelihood at `beta`; the probabilities are written into `fitted`. */
function evaluate(
  { rows, size }: LogitDesign,
  outcome: ArrayLike<number>,
  beta: readonly number[],
  fitted: Float64Array,
): { score: number[]; logLikelihood: number } {
  const weights = Float64Array.from(beta);
  const score = new Float64Array(size);
  let logLikelihood = 0;
  for (let person = 0; person < fitted.length; person += 1) {
    const offset = person * size;
    let linear = 0;
    for (let k = 0; k < size; k += 1) linear += (weights[k] ?? 0) * (rows[offset + k] ?? 0);
    const happened = outcome[person] ?? 0;
    const probability = 1 / (1 + Math.exp(-linear));
    fitted[person] = probability;
    logLikelihood += happened * linear - Math.max(linear, 0) - Math.log1p(Math.exp(-Math.abs(linear)));
    for (let k = 0; k < size; k += 1) {
      score[k] = (score[k] ?? 0) + (happened - probability) * (rows[offset + k] ?? 0);
    }
  }
  return { score: Array.from(score), logLikelihood };
}

/** Cross-products of the columns, each person counted by a weight. */
export function weightedProducts({ rows, size }: LogitDesign, weight: (person: number) => number): number[][] {
  const cells = new Float64Array(size * size);
  for (let person = 0; person * size < rows.length; person += 1) {
    const offset = person * size;
    const times = weight(person);
    for (let row = 0; row < size; row += 1) {
      const weighted = times * (rows[offset + row] ?? 0);
      for (let column = 0; column <= row; column += 1) {
        const cell = row * size + column;
        cells[cell] = (cells[cell] ?? 0) + weighted * (rows[offset + column] ?? 0);
      }
    }
  }
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (__, column) => cells[Math.max(row, column) * size + Math.min(row, column)] ?? 0),
  );
}
