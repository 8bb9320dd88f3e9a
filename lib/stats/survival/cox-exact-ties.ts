import { logGamma } from "@/lib/stats/log-gamma";
import { type CoxTerm, linearPredictor, type SortedCoxData } from "./cox-data";

/**
 * The exact (discrete time) share of `events` events among those at risk: the chance that just these people had the event,
 * given how many did (Cox 1972). Sums over all subsets by the recursion of Gail, Lubin and Rubinstein (1981), kept as
 * averages over subsets so that nothing overflows. Work: people at risk x events x covariates squared.
 */
export function addExactTies(
  term: CoxTerm,
  data: SortedCoxData,
  beta: ArrayLike<number>,
  { from, until }: { from: number; until: number },
  events: number,
): void {
  const { size, covariates } = data;
  let shift = Number.NEGATIVE_INFINITY;
  for (let position = from; position < until; position += 1) {
    shift = Math.max(shift, linearPredictor(data, beta, position));
  }
  const value = new Float64Array(events + 1);
  const first = new Float64Array((events + 1) * size);
  const second = new Float64Array((events + 1) * size * size);
  value[0] = 1;

  for (let position = from; position < until; position += 1) {
    const weight = Math.exp(linearPredictor(data, beta, position) - shift);
    const met = position - from + 1;
    const x = (k: number) => covariates[position * size + k] ?? 0;
    for (let count = Math.min(events, met); count >= 1; count -= 1) {
      const stays = (met - count) / met;
      const joins = (count / met) * weight;
      const before = (count - 1) * size;
      const previous = value[count - 1] ?? 0;
      for (let row = 0; row < size; row += 1) {
        for (let column = 0; column <= row; column += 1) {
          const cell = (count * size + row) * size + column;
          const old = (before + row) * size + column;
          const products =
            (second[old] ?? 0) +
            x(row) * (first[before + column] ?? 0) +
            x(column) * (first[before + row] ?? 0) +
            x(row) * x(column) * previous;
          second[cell] = stays * (second[cell] ?? 0) + joins * products;
        }
      }
      for (let row = 0; row < size; row += 1) {
        const cell = count * size + row;
        first[cell] = stays * (first[cell] ?? 0) + joins * ((first[before + row] ?? 0) + x(row) * previous);
      }
      value[count] = stays * (value[count] ?? 0) + joins * previous;
    }
  }

  const all = value[events] ?? 0;
  const people = until - from;
  const subsets = logGamma(people + 1) - logGamma(events + 1) - logGamma(people - events + 1);
  term.logLikelihood -= Math.log(all) + events * shift + subsets;
  for (let row = 0; row < size; row += 1) {
    const ofRow = (first[events * size + row] ?? 0) / all;
    term.score[row] = (term.score[row] ?? 0) - ofRow;
    for (let column = 0; column <= row; column += 1) {
      const product = (second[(events * size + row) * size + column] ?? 0) / all;
      const information = product - (ofRow * (first[events * size + column] ?? 0)) / all;
      term.information[row * size + column] = information;
      term.information[column * size + row] = information;
    }
  }
}
