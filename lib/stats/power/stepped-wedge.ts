import { type NoPrecision, type Precision, precision } from "./precision";

/** A phased roll-out: at each step some clusters start, until all have. */
export type SteppedWedge = {
  steps: number;
  clustersPerStep: number;
  /** Periods before the first step, and periods from each step to the next (and after the last). */
  periodsBefore: number;
  periodsPerStep: number;
  peoplePerClusterPeriod: number;
};

/** Where the variance of one value comes from, in the squared unit of the KPI. */
export type VarianceComponents = {
  /** Between clusters, lasting. */
  cluster: number;
  /** Of a cluster's level from period to period. */
  clusterPeriod: number;
  /** Between people, lasting: 0 where each period has other people. */
  person: number;
  /** Of a person from period to period. */
  residual: number;
};

/**
 * Phased roll-out ("plan_stepped_wedge"): variance of the effect with period effects and cluster effects (Hussey and Hughes 2007,
 * equation 8), with the cluster-by-period and lasting person components of Hooper et al. (2016). Normal test, as there: with few
 * clusters ask `degreesOfFreedom` (say clusters - 2).
 * Assumption: one immediate, lasting effect; equal clusters. Refuses one step, no people and no period before or after.
 */
export function steppedWedgePrecision(
  design: SteppedWedge,
  variance: VarianceComponents,
  degreesOfFreedom = Number.POSITIVE_INFINITY,
): Precision | NoPrecision {
  const method = "plan_stepped_wedge";
  const { steps, clustersPerStep, periodsBefore, periodsPerStep, peoplePerClusterPeriod: people } = design;
  if (!(steps >= 1 && clustersPerStep >= 1)) return { kind: "not-estimable", method, reason: "too-few-clusters" };
  if (!(people > 0)) return { kind: "not-estimable", method, reason: "too-few-people" };
  const clusters = steps * clustersPerStep;
  const periods = periodsBefore + steps * periodsPerStep;
  const ofPeriod = variance.clusterPeriod + variance.residual / people;
  const lasting = variance.cluster + variance.person / people;

  const treatedPeriods = Array.from({ length: steps }, (_, step) => (steps - step) * periodsPerStep);
  const all = clustersPerStep * sum(treatedPeriods);
  const byCluster = clustersPerStep * sum(treatedPeriods.map((count) => count ** 2));
  const byPeriod = sum(
    Array.from({ length: steps }, (_, step) => periodsPerStep * ((step + 1) * clustersPerStep) ** 2),
  );
  const information =
    (clusters * all - byPeriod) * ofPeriod +
    (all ** 2 + clusters * periods * all - periods * byPeriod - clusters * byCluster) * lasting;
  if (!(information > 0)) return { kind: "not-estimable", method, reason: "no-comparison" };
  const ofEffect = (clusters * ofPeriod * (ofPeriod + periods * lasting)) / information;
  return precision(method, Math.sqrt(ofEffect), degreesOfFreedom);
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
