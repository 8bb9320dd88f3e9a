import { chiSquareQuantile, chiSquareUpperTail } from "./chi-square";
import { logGamma } from "./log-gamma";

/**
 * P(X > x) of the noncentral chi-square distribution, as the Poisson mixture of central ones (Johnson, Kotz and
 * Balakrishnan 1995, 29.3), summed outwards from the largest weight until nothing is added.
 */
export function noncentralChiSquareUpperTail(x: number, degreesOfFreedom: number, noncentrality: number): number {
  const rate = noncentrality / 2;
  if (rate === 0) return chiSquareUpperTail(x, degreesOfFreedom);
  const mode = Math.floor(rate);
  const term = (count: number) =>
    Math.exp(count * Math.log(rate) - rate - logGamma(count + 1)) * chiSquareUpperTail(x, degreesOfFreedom + 2 * count);
  let sum = 0;
  for (let count = mode; count >= 0; count -= 1) {
    const next = term(count);
    sum += next;
    if (next <= 1e-17 * sum) break;
  }
  for (let count = mode + 1; ; count += 1) {
    const next = term(count);
    sum += next;
    if (next <= 1e-17 * sum || next === 0) break;
  }
  return Math.min(1, sum);
}

/** The noncentrality at which a chi-square test of level `alpha` has the given power, by bisection. */
export function noncentralityForPower(degreesOfFreedom: number, power: number, alpha: number): number {
  const critical = chiSquareQuantile(1 - alpha, degreesOfFreedom);
  let low = 0;
  let high = 1;
  while (noncentralChiSquareUpperTail(critical, degreesOfFreedom, high) < power) high *= 2;
  for (let step = 0; step < 100 && high - low > 1e-13 * high; step += 1) {
    const middle = (low + high) / 2;
    if (noncentralChiSquareUpperTail(critical, degreesOfFreedom, middle) < power) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
