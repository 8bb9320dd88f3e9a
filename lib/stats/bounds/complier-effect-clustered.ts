import { type Arms, type Estimate, notEstimable } from "@/lib/stats/estimate";
import { waldRatio } from "./wald-ratio";

/**
 * What one cluster contributes in one arm as assigned: people, mean outcome, mean take-up. SQL: group by cluster and arm;
 * `count(*)`, `avg(outcome)`, `avg(take_up)`. A cluster with people in both arms gives two rows of the same name.
 */
export type ClusterTakeUp = {
  cluster: string | number;
  arm: keyof Arms<unknown>;
  n: number;
  outcome: number;
  takeUp: number;
};

const arms = ["treated", "control"] as const;

/**
 * Average effect on the compliers with clustered errors ("cace_wald_cr1"): as `complierEffect`, the clusters independent.
 *
 * Error: CR1, G / (G - 1) x (N - 1) / (N - 2) times the sandwich of two-stage least squares over cluster scores, t with G - 1 (Liang and
 * Zeger 1986; Stata's `ivregress 2sls, vce(cluster) small`). Refuses an empty arm, under two clusters in an arm, take-up equal in both, no variation.
 */
export function complierEffectClustered(rows: readonly ClusterTakeUp[], confidence = 0.95): Estimate {
  const method = "cace_wald_cr1";
  const of = (arm: keyof Arms<unknown>) => rows.filter((row) => row.arm === arm && row.n > 0);
  const people = { treated: peopleIn(of("treated")), control: peopleIn(of("control")) };
  if (people.treated === 0 || people.control === 0) return notEstimable(method, "no-comparison", people);
  if (arms.some((arm) => new Set(of(arm).map((row) => row.cluster)).size < 2)) {
    return notEstimable(method, "too-few-clusters", people);
  }

  const means = { treated: meansOf(of("treated")), control: meansOf(of("control")) };
  const scores = new Map<string | number, { outcome: number; takeUp: number }>();
  for (const arm of arms) {
    for (const { cluster, n, outcome, takeUp } of of(arm)) {
      const weight = (arm === "treated" ? n : -n) / people[arm];
      const score = scores.get(cluster) ?? { outcome: 0, takeUp: 0 };
      scores.set(cluster, {
        outcome: score.outcome + weight * (outcome - means[arm].outcome),
        takeUp: score.takeUp + weight * (takeUp - means[arm].takeUp),
      });
    }
  }
  const clusters = scores.size;
  const total = people.treated + people.control;
  if (total <= 2) return notEstimable(method, "too-few-people", people);
  const factor = (clusters / (clusters - 1)) * ((total - 1) / (total - 2));
  const meat = { outcome: 0, takeUp: 0, both: 0 };
  for (const { outcome, takeUp } of scores.values()) {
    meat.outcome += outcome * outcome;
    meat.takeUp += takeUp * takeUp;
    meat.both += outcome * takeUp;
  }
  return waldRatio({
    method,
    effects: {
      outcome: means.treated.outcome - means.control.outcome,
      takeUp: means.treated.takeUp - means.control.takeUp,
      outcomeVariance: factor * meat.outcome,
      takeUpVariance: factor * meat.takeUp,
      covariance: factor * meat.both,
    },
    takeUp: { treated: means.treated.takeUp, control: means.control.takeUp },
    size: Math.abs(means.treated.outcome) + Math.abs(means.control.outcome),
    degreesOfFreedom: clusters - 1,
    confidence,
    n: people,
    detail: { clusters },
  });
}

function peopleIn(rows: readonly ClusterTakeUp[]): number {
  return rows.reduce((sum, { n }) => sum + n, 0);
}

/** Means over people, as the first row's plus the weighted mean of the gaps to it. */
function meansOf(rows: readonly ClusterTakeUp[]): { outcome: number; takeUp: number } {
  const total = peopleIn(rows);
  const meanOf = (value: (row: ClusterTakeUp) => number) => {
    const origin = rows[0] ? value(rows[0]) : 0;
    return origin + rows.reduce((sum, row) => sum + (value(row) - origin) * row.n, 0) / total;
  };
  return { outcome: meanOf((row) => row.outcome), takeUp: meanOf((row) => row.takeUp) };
}
