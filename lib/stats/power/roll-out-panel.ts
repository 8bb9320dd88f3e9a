import type { Random } from "@/lib/stats/random";
import type { VarianceComponents } from "./stepped-wedge";

/** A planned panel: for each cluster the period of its first exposure (from 0; null: never in the plan) and its people. */
export type RollOutPlan = {
  clusters: readonly { startsAt: number | null; people: number }[];
  periods: number;
  /** One per period, shared by all; none: no common shocks. */
  shocks?: readonly number[];
};

/** One mean per cluster and period: `means[c][t]`, in the unit of the KPI. */
export type SimulatedPanel = { means: Float64Array[]; startsAt: (number | null)[]; people: number[] };

/**
 * Draws a phased roll-out or any group-time panel with a planned effect, for `powerBySimulation` with the estimator that will be
 * used. `effect(elapsed)` is the effect in the periods since first exposure (0 the first), so it may grow or fade.
 */
export function simulateRollOut(
  plan: RollOutPlan,
  variance: VarianceComponents,
  effect: (elapsed: number) => number,
  random: Random,
): SimulatedPanel {
  const means = plan.clusters.map(({ startsAt, people }) => {
    const level = Math.sqrt(variance.cluster + variance.person / people) * random.normal();
    const deviation = Math.sqrt(variance.clusterPeriod + variance.residual / people);
    return Float64Array.from({ length: plan.periods }, (_, period) => {
      const shock = plan.shocks?.[period] ?? 0;
      const gained = startsAt !== null && period >= startsAt ? effect(period - startsAt) : 0;
      return level + shock + gained + deviation * random.normal();
    });
  });
  return {
    means,
    startsAt: plan.clusters.map(({ startsAt }) => startsAt),
    people: plan.clusters.map(({ people }) => people),
  };
}
