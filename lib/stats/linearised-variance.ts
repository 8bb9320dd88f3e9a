/**
 * Variance of Y - slope X from the covariance matrix of (Y, X).
 * What cancels to under 1e-13 of the terms is rounding and counts as zero: X explains Y in full.
 */
export function linearisedVariance(covariance: readonly (readonly number[])[], slope: number): number {
  const ofOutcome = covariance[0]?.[0] ?? 0;
  const shared = slope * (covariance[0]?.[1] ?? 0);
  const explained = slope * slope * (covariance[1]?.[1] ?? 0);
  const variance = ofOutcome - 2 * shared + explained;
  return variance <= 1e-13 * (ofOutcome + explained) ? 0 : variance;
}
