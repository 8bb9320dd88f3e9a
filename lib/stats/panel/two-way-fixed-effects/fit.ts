import {
  type ClusterCohort,
  type Cohort,
  type CohortSample,
  sampleOfClusters,
  sampleOfCohorts,
} from "@/lib/stats/panel/group-time/cohort-sample";
import { covarianceOf } from "@/lib/stats/panel/group-time/covariance";
import { invertSymmetric, multiply } from "@/lib/stats/symmetric-solve";

export type PanelInput = { cohorts: readonly Cohort[] } | { clusters: readonly ClusterCohort[] };

/** What a regressor is for units first exposed in `group` (null: never), in period `time`. */
export type Regressor = (group: number | null, time: number) => number;

/** Coefficients of a two-way fixed-effects regression with their clustered covariance before any factor. */
export type TwoWayFit = {
  /** Regressors kept, by position; those collinear with earlier ones and the effects are left out. */
  kept: number[];
  dropped: number[];
  estimates: number[];
  covariance: number[][];
  /** Per cohort and period: the first regressor once unit and period effects are removed. */
  residualised: { group: number | null; n: number; values: number[] }[];
  /**
   * Unscaled variance of each estimate times the residual variance gives the classical one; null where only clusters
   * are known.
   */
  classical: { unscaled: number[]; squares: number } | null;
  /** Values, clusters, regressors and period dummies (unit effects not counted), units. */
  values: number;
  clusters: number;
  coefficients: number;
  units: number;
  size: number;
};

/**
 * Least squares of the outcome on regressors that depend on cohort and period, unit and period effects absorbed, over
 * units with a value in every period, from cohort moments.
 *
 * Removing both effects (Frisch-Waugh) leaves residualised regressors per cohort and period, and a unit's score is
 * linear in its outcomes, so the cluster sandwich (Liang and Zeger 1986) needs no rows. Null with under two cohorts.
 */
export function fitTwoWay(input: PanelInput, regressors: readonly Regressor[]): TwoWayFit | null {
  const sample = "cohorts" in input ? sampleOfCohorts(input.cohorts) : sampleOfClusters(input.clusters);
  const { cohorts, periods, n } = sample;
  if (cohorts.length < 2 || periods < 2) return null;
  const residualise = (cell: (cohort: number, time: number) => number) => withoutEffects(sample, cell);
  const centred = regressors.map((regressor) =>
    residualise((cohort, time) => regressor(cohorts[cohort]?.group ?? null, time)),
  );
  const outcome = residualise((cohort, time) => cohorts[cohort]?.means[time] ?? 0);
  const product = (left: readonly number[][], right: readonly number[][]) =>
    cohorts.reduce(
      (sum, cohort, index) =>
        sum +
        cohort.n * (left[index] ?? []).reduce((part, value, time) => part + value * (right[index]?.[time] ?? 0), 0),
      0,
    );
  const raw = regressors.map((regressor) =>
    cohorts.reduce((sum, { group, n: people }) => {
      for (let time = 0; time < periods; time += 1) sum += people * regressor(group, time) ** 2;
      return sum;
    }, 0),
  );
  const { inverse, kept, dropped } = invertSymmetric(
    centred.map((left) => centred.map((right) => product(left, right))),
    raw,
  );
  const all = multiply(
    inverse,
    centred.map((regressor) => product(regressor, outcome)),
  );
  const residual = outcome.map((row, cohort) =>
    row.map((value, time) =>
      centred.reduce((rest, regressor, index) => rest - (all[index] ?? 0) * (regressor[cohort]?.[time] ?? 0), value),
    ),
  );

  const width = periods + 1;
  const effects = kept.map((index) => {
    const influence = new Float64Array(width * cohorts.length);
    for (const [cohort, row] of residual.entries()) {
      for (const [time, rest] of row.entries()) {
        const slope = centred.reduce(
          (sum, regressor, other) => sum + (inverse[index]?.[other] ?? 0) * (regressor[cohort]?.[time] ?? 0),
          0,
        );
        influence[cohort * width + time] = slope;
        influence[cohort * width + periods] = (influence[cohort * width + periods] ?? 0) + slope * rest;
      }
    }
    return { effect: all[index] ?? 0, influence };
  });
  const between = product(residual, residual);
  return {
    kept,
    dropped,
    estimates: effects.map(({ effect }) => effect),
    covariance: covarianceOf(sample, effects),
    residualised: cohorts.map(({ group, n: people }, cohort) => ({
      group,
      n: people,
      values: centred[0]?.[cohort] ?? [],
    })),
    classical:
      sample.squaresWithin === null
        ? null
        : { unscaled: kept.map((index) => inverse[index]?.[index] ?? 0), squares: sample.squaresWithin + between },
    values: n * periods,
    clusters: sample.independent,
    coefficients: kept.length + periods - 1,
    units: n,
    size: Math.max(...cohorts.flatMap(({ means }) => means.map(Math.abs))),
  };
}

/** A cohort-by-period variable less its cohort means, its period means weighted by size, and plus the grand mean. */
function withoutEffects(
  { cohorts, periods, n }: CohortSample,
  cell: (cohort: number, time: number) => number,
): number[][] {
  const origin = cell(0, 0);
  const rows = cohorts.map((_, cohort) => Array.from({ length: periods }, (__, time) => cell(cohort, time) - origin));
  const centred = rows.map((row) => {
    const mean = row.reduce((sum, value) => sum + value, 0) / periods;
    return row.map((value) => value - mean);
  });
  const overTime = Array.from({ length: periods }, (_, time) =>
    centred.reduce((sum, row, cohort) => sum + ((cohorts[cohort]?.n ?? 0) / n) * (row[time] ?? 0), 0),
  );
  return centred.map((row) => row.map((value, time) => value - (overTime[time] ?? 0)));
}
