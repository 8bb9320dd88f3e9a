import { type CoxData, linearPredictor, type SortedCoxData, sortCoxData } from "./cox-data";
import type { CoxRegression } from "./cox-regression";

/**
 * Covariance of Cox coefficients that holds when people of a cluster are alike (Lin and Wei 1989): sums of dfbeta residuals
 * by cluster, without a small-sample factor, as `coxph(... + cluster())`. Give each person an own cluster for robustness
 * against a wrong model. `cluster[i]` is any number naming the cluster of person i. Efron and Breslow ties; null for exact
 * ties (no score residuals are defined there) and for data the fit does not belong to.
 */
export function coxClusterCovariance(data: CoxData, fit: CoxRegression, cluster: ArrayLike<number>): number[][] | null {
  const sorted = sortCoxData(data);
  if (sorted.kind === "refused" || fit.ties === "exact" || fit.terms.length !== sorted.size) return null;
  const { size, people, scales } = sorted;
  const residuals = scoreResiduals(sorted, fit);
  const sums = new Map<number, number[]>();
  for (let position = 0; position < people.length; position += 1) {
    const name = cluster[people[position] ?? 0] ?? 0;
    const sum = sums.get(name) ?? new Array<number>(size).fill(0);
    for (let k = 0; k < size; k += 1) sum[k] = (sum[k] ?? 0) + (residuals[position * size + k] ?? 0) * (scales[k] ?? 1);
    sums.set(name, sum);
  }
  const covariance = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (const sum of sums.values()) {
    const shift = fit.covariance.map((row) => row.reduce((total, value, k) => total + value * (sum[k] ?? 0), 0));
    for (const [row, cells] of covariance.entries()) {
      for (let column = 0; column < size; column += 1) {
        cells[column] = (cells[column] ?? 0) + (shift[row] ?? 0) * (shift[column] ?? 0);
      }
    }
  }
  return covariance;
}

/** Score residuals by sorted position (Therneau, Grambsch and Fleming 1990; Efron form of Therneau and Grambsch 2000, 4.2). */
function scoreResiduals(data: SortedCoxData, fit: CoxRegression): Float64Array {
  const { size, covariates, event, starts, stratumStarts, scales } = data;
  const beta = fit.terms.map(({ coefficient }, k) => coefficient * (scales[k] ?? 1));
  const blocks = starts.length - 1;
  const all = Array.from({ length: blocks }, () => new Hazard(size));
  const own = Array.from({ length: blocks }, () => new Hazard(size));
  const residuals = new Float64Array(data.people.length * size);
  const atRisk = new Hazard(size);

  for (let block = 0; block < blocks; block += 1) {
    const from = starts[block] ?? 0;
    const until = starts[block + 1] ?? 0;
    if (stratumStarts[block] === from) atRisk.clear();
    const dying = new Hazard(size);
    let events = 0;
    for (let position = from; position < until; position += 1) {
      const weight = Math.exp(linearPredictor(data, beta, position));
      const x = (k: number) => covariates[position * size + k] ?? 0;
      atRisk.add(weight, x);
      if (event[position] !== 1) continue;
      events += 1;
      dying.add(weight, x);
    }
    const meanOfSteps = new Float64Array(size);
    for (let step = 0; step < events; step += 1) {
      const gone = fit.ties === "efron" ? step / events : 0;
      const weight = atRisk.total - gone * dying.total;
      const mean = (k: number) => ((atRisk.products[k] ?? 0) - gone * (dying.products[k] ?? 0)) / weight;
      all[block]?.add(1 / weight, mean);
      own[block]?.add((1 - gone) / weight, mean);
      for (let k = 0; k < size; k += 1) meanOfSteps[k] = (meanOfSteps[k] ?? 0) + mean(k) / events;
    }
    for (let position = from; position < until; position += 1) {
      if (event[position] !== 1) continue;
      for (let k = 0; k < size; k += 1) {
        const cell = position * size + k;
        residuals[cell] = (covariates[cell] ?? 0) - (meanOfSteps[k] ?? 0);
      }
    }
  }

  const past = new Hazard(size);
  for (let block = blocks - 1; block >= 0; block -= 1) {
    if (stratumStarts[block + 1] !== stratumStarts[block]) past.clear();
    const [during, whole] = [own[block], all[block]];
    for (let position = starts[block] ?? 0; position < (starts[block + 1] ?? 0); position += 1) {
      const weight = Math.exp(linearPredictor(data, beta, position));
      const last = event[position] === 1 ? during : whole;
      for (let k = 0; k < size; k += 1) {
        const cell = position * size + k;
        const hazard = past.total + (last?.total ?? 0);
        const expected = (covariates[cell] ?? 0) * hazard - (past.products[k] ?? 0) - (last?.products[k] ?? 0);
        residuals[cell] = (residuals[cell] ?? 0) - weight * expected;
      }
    }
    if (whole) past.addAll(whole);
  }
  return residuals;
}

/** A sum of weights and of weighted covariates. */
class Hazard {
  total = 0;
  readonly products: Float64Array;

  constructor(size: number) {
    this.products = new Float64Array(size);
  }

  add(weight: number, value: (k: number) => number): void {
    this.total += weight;
    for (let k = 0; k < this.products.length; k += 1) {
      this.products[k] = (this.products[k] ?? 0) + weight * value(k);
    }
  }

  addAll({ total, products }: Hazard): void {
    this.total += total;
    for (let k = 0; k < products.length; k += 1) this.products[k] = (this.products[k] ?? 0) + (products[k] ?? 0);
  }

  clear(): void {
    this.total = 0;
    this.products.fill(0);
  }
}
