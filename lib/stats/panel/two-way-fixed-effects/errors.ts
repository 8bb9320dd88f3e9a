import type { TwoWayFit } from "./fit";

/** Standard errors of one coefficient, by convention of the degrees of freedom that absorbed effects cost. */
export type TwoWayErrors = {
  cr0: number;
  /** G / (G - 1) x (N - 1) / (N - K), K = regressors and period dummies. */
  cr1: number;
  /** K + 1: Stata `xtreg`, fixest with nested effects. */
  cr1Plus1: number;
  /** K + units: dummies for all units. */
  cr1Lsdv: number;
  /** Homoskedastic, degrees of freedom N - K - units; null where only clusters are known. */
  classical: number | null;
};

/** The factor of a clustered variance for so many counted coefficients; null without degrees of freedom. */
export function cr1Factor({ clusters, values }: TwoWayFit, coefficients: number): number {
  return (clusters / (clusters - 1)) * ((values - 1) / (values - coefficients));
}

/** All errors of the coefficient at a position of `fit.estimates`. */
export function errorsOf(fit: TwoWayFit, position: number): TwoWayErrors {
  const variance = fit.covariance[position]?.[position] ?? 0;
  const { coefficients, units, values, classical } = fit;
  const scaled = (counted: number) => Math.sqrt(variance * cr1Factor(fit, counted));
  const spare = values - coefficients - units;
  return {
    cr0: Math.sqrt(variance),
    cr1: scaled(coefficients),
    cr1Plus1: scaled(coefficients + 1),
    cr1Lsdv: scaled(coefficients + units),
    classical:
      classical && spare > 0 ? Math.sqrt(((classical.unscaled[position] ?? 0) * classical.squares) / spare) : null,
  };
}
