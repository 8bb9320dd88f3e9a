const smallest = 1e-300;
const mostTerms = 1_000_000;

const awayFromZero = (value: number): number => (Math.abs(value) < smallest ? smallest : value);

/**
 * first + n1 / (d1 + n2 / (d2 + ...)), by the modified Lentz method.
 *
 * `term(i)` gives the i-th numerator and denominator, i from 1. Stops at double precision.
 */
export function continuedFraction(first: number, term: (index: number) => [number, number]): number {
  let value = awayFromZero(first);
  let above = value;
  let below = 0;
  for (let index = 1; index <= mostTerms; index += 1) {
    const [numerator, denominator] = term(index);
    below = 1 / awayFromZero(denominator + numerator * below);
    above = awayFromZero(denominator + numerator / above);
    const factor = above * below;
    value *= factor;
    if (Math.abs(factor - 1) <= Number.EPSILON) break;
  }
  return value;
}
