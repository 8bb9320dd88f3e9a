import { gammaKernel } from "./density-kernel";
import type { Tails } from "./invert-tail";
import { normalCdf } from "./normal";

/**
 * Both tails at t of the noncentral t distribution: (Z + noncentrality) / sqrt(chi-square / df).
 *
 * Averages the normal tail over the spread s = exp(u) of the denominator: the integrand is smooth and dies
 * out on both sides, so the trapezoid rule converges to double precision. All terms are positive, so
 * small tails keep their relative precision. Step and range follow the narrowest scale of the integrand.
 */
export function noncentralT(t: number, degreesOfFreedom: number, noncentrality: number): Tails {
  if (!Number.isFinite(t)) return t < 0 ? { lower: 0, upper: 1 } : { lower: 1, upper: 0 };
  if (!Number.isFinite(noncentrality)) return noncentrality < 0 ? { lower: 1, upper: 0 } : { lower: 0, upper: 1 };
  const spread = 1 / Math.sqrt(2 * degreesOfFreedom);
  const step = Math.min(spread, 0.5, 1 / Math.max(1, Math.abs(t), Math.abs(noncentrality))) / 6;
  const tails = { lower: 0, upper: 0 };
  const sweep = (from: number, direction: number) => {
    for (let u = from; ; u += direction * step) {
      const s = Math.exp(u);
      const weight = 2 * step * gammaKernel((degreesOfFreedom * s * s) / 2, degreesOfFreedom / 2);
      tails.lower += weight * normalCdf(t * s - noncentrality);
      tails.upper += weight * normalCdf(noncentrality - t * s);
      if (!(weight >= 1e-40 && u > -300)) return;
    }
  };
  sweep(0, 1);
  sweep(-step, -1);
  return tails;
}
