import { type CoxTerm, linearPredictor, type SortedCoxData } from "./cox-data";
import { addExactTies } from "./cox-exact-ties";

/** How events at the same time are taken: Efron (1977), Breslow (1974), or exactly as discrete time (Cox 1972). */
export type CoxTies = "efron" | "breslow" | "exact";

/** A running sum over people: weight, weighted covariates, and the lower triangle of their weighted products. */
type RiskSum = { weight: number; first: Float64Array; second: Float64Array };

/**
 * Partial log likelihood, score and information at `beta`, in one pass from the last time to the first: everybody still
 * watched at a time has already been added. Linear in people for Efron and Breslow. `visit` sees each event time's share, in
 * a buffer that is used again.
 */
export function coxLikelihood(
  data: SortedCoxData,
  beta: ArrayLike<number>,
  ties: CoxTies,
  visit?: (block: number, events: number, term: CoxTerm) => void,
): CoxTerm {
  const { size, covariates, event, starts, stratumStarts } = data;
  const total = emptyTerm(size);
  const atRisk = emptySum(size);
  const dying = emptySum(size);
  const term = emptyTerm(size);

  for (let block = 0; block + 1 < starts.length; block += 1) {
    const from = starts[block] ?? 0;
    const until = starts[block + 1] ?? 0;
    if (stratumStarts[block] === from) clear(atRisk);
    clear(dying);
    term.logLikelihood = 0;
    term.score.fill(0);
    term.information.fill(0);
    let events = 0;
    for (let position = from; position < until; position += 1) {
      const offset = position * size;
      const linear = linearPredictor(data, beta, position);
      const weight = Math.exp(linear);
      addPerson(atRisk, covariates, offset, weight);
      if (event[position] !== 1) continue;
      events += 1;
      addPerson(dying, covariates, offset, weight);
      term.logLikelihood += linear;
      for (let k = 0; k < size; k += 1) term.score[k] = (term.score[k] ?? 0) + (covariates[offset + k] ?? 0);
    }
    if (events === 0) continue;
    if (ties === "exact" && events > 1) {
      addExactTies(term, data, beta, { from: stratumStarts[block] ?? 0, until }, events);
    } else {
      for (let step = 0; step < events; step += 1) addStep(term, atRisk, dying, ties === "efron" ? step / events : 0);
    }
    visit?.(block, events, term);
    total.logLikelihood += term.logLikelihood;
    for (let k = 0; k < size; k += 1) total.score[k] = (total.score[k] ?? 0) + (term.score[k] ?? 0);
    for (let k = 0; k < size * size; k += 1)
      total.information[k] = (total.information[k] ?? 0) + (term.information[k] ?? 0);
  }
  return total;
}

/** One event among those at risk, of whom `fraction` of the dying has already left (Efron's average). */
function addStep(term: CoxTerm, atRisk: RiskSum, dying: RiskSum, fraction: number): void {
  const size = term.score.length;
  const weight = atRisk.weight - fraction * dying.weight;
  const mean = (k: number) => ((atRisk.first[k] ?? 0) - fraction * (dying.first[k] ?? 0)) / weight;
  term.logLikelihood -= Math.log(weight);
  for (let row = 0; row < size; row += 1) {
    const ofRow = mean(row);
    term.score[row] = (term.score[row] ?? 0) - ofRow;
    for (let column = 0; column <= row; column += 1) {
      const cell = row * size + column;
      const product = ((atRisk.second[cell] ?? 0) - fraction * (dying.second[cell] ?? 0)) / weight;
      const value = (term.information[cell] ?? 0) + product - ofRow * mean(column);
      term.information[cell] = value;
      term.information[column * size + row] = value;
    }
  }
}

function addPerson(sum: RiskSum, covariates: Float64Array, offset: number, weight: number): void {
  const size = sum.first.length;
  sum.weight += weight;
  for (let row = 0; row < size; row += 1) {
    const weighted = weight * (covariates[offset + row] ?? 0);
    sum.first[row] = (sum.first[row] ?? 0) + weighted;
    for (let column = 0; column <= row; column += 1) {
      const cell = row * size + column;
      sum.second[cell] = (sum.second[cell] ?? 0) + weighted * (covariates[offset + column] ?? 0);
    }
  }
}

function emptyTerm(size: number): CoxTerm {
  return { logLikelihood: 0, score: new Float64Array(size), information: new Float64Array(size * size) };
}

function emptySum(size: number): RiskSum {
  return { weight: 0, first: new Float64Array(size), second: new Float64Array(size * size) };
}

function clear(sum: RiskSum): void {
  sum.weight = 0;
  sum.first.fill(0);
  sum.second.fill(0);
}
