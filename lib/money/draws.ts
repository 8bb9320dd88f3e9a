import { type Random, seededRandom } from "@/lib/stats/random";
import type { Effect } from "./case";
import type { UsedAssumption } from "./case-result";

/** One for every case, so that the enterprise repeats the draws of each. */
export const seedOfCases = 1;

/** Draws of an effect: Student's t, or the normal distribution where there are no degrees of freedom. Bailey, Mathematics of Computation 62 (1994), polar form. */
export function drawEffect({ improvement, standardError, degreesOfFreedom }: Effect, random: Random, draws: number) {
  const column = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw += 1) {
    const first = random.uniform();
    const radius =
      degreesOfFreedom === null
        ? Math.sqrt(-2 * Math.log(first))
        : Math.sqrt(degreesOfFreedom * (first ** (-2 / degreesOfFreedom) - 1));
    column[draw] = improvement + standardError * radius * Math.cos(2 * Math.PI * random.uniform());
  }
  return column;
}

/** Draws of the triangular distribution that has its mode at the stated value and ends at the ends of the range. */
export function drawAssumption(one: UsedAssumption, random: Random, draws: number): Float64Array {
  if (one.low === one.high) return new Float64Array(draws).fill(one.value);
  return Float64Array.from({ length: draws }, () => triangularQuantile(one, random.uniform()));
}

/** The quantile of the same distribution. */
export function triangularQuantile({ value, low, high }: UsedAssumption, probability: number): number {
  const width = high - low;
  if (width === 0) return value;
  const split = (value - low) / width;
  return probability < split
    ? low + Math.sqrt(probability * width * (value - low))
    : high - Math.sqrt((1 - probability) * width * (high - value));
}

/**
 * A source of its own for each thing that is drawn, by its id: what else a case holds, and in which order, changes no draw of it, and two cases of one
 * seed draw what they share alike. FNV-1a.
 */
export function randomFor(seed: number, id: string): Random {
  let hash = 0x811c9dc5 ^ seed;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return seededRandom(hash >>> 0);
}
