const halfLogTwoPi = 0.5 * Math.log(2 * Math.PI);
const seriesFrom = 15;

/** Bernoulli terms of Stirling's series, in powers of 1 / x squared. */
const seriesTerms = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400];

function stirlingSeries(x: number): number {
  const step = 1 / (x * x);
  return seriesTerms.reduceRight((sum, term) => term + step * sum, 0) / x;
}

/**
 * Natural logarithm of the gamma function for x > 0.
 *
 * Stirling's series from 15 up; smaller arguments are shifted there by the recurrence
 * (Abramowitz and Stegun 6.1.15, 6.1.41). Absolute error near 1e-14.
 */
export function logGamma(x: number): number {
  let product = 1;
  let shifted = x;
  while (shifted < seriesFrom) {
    product *= shifted;
    shifted += 1;
  }
  return (shifted - 0.5) * Math.log(shifted) - shifted + halfLogTwoPi + stirlingSeries(shifted) - Math.log(product);
}

/**
 * What Stirling's formula leaves out: log(gamma(x + 1)) - log(sqrt(2 pi x) (x / e)^x), for x > 0.
 * Keeps densities exact where logarithms of large factorials would cancel (Loader 2000).
 */
export function stirlingError(x: number): number {
  if (x >= seriesFrom) return stirlingSeries(x);
  return logGamma(x + 1) - (x + 0.5) * Math.log(x) + x - halfLogTwoPi;
}
